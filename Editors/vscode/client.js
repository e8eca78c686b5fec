// A client of the language server over the standard streams of a child process (JSON-RPC 2.0). It knows nothing of the
// editor, so that it can be tried with Node alone.
"use strict";

const { spawn } = require("child_process");

class Client {
    constructor(command, options, onNotification, onExit) {
        this.pending = new Map();
        this.number = 0;
        this.buffer = Buffer.alloc(0);
        this.onNotification = onNotification;
        this.process = spawn(command, ["lsp"], { cwd: options.folder, stdio: ["pipe", "pipe", "pipe"] });
        this.process.stdout.on("data", (bytes) => this.receive(bytes));
        this.process.stdin.on("error", () => {});
        const leave = (reason) => {
            for (const { reject } of this.pending.values()) reject(new Error(reason));
            this.pending.clear();
            if (this.process) onExit(reason);
            this.process = undefined;
        };
        this.process.on("error", (error) => leave(error.message));
        this.process.on("exit", (code) => leave(`le serveur s’est arrêté (${code})`));
    }

    receive(bytes) {
        this.buffer = Buffer.concat([this.buffer, bytes]);
        for (;;) {
            const end = this.buffer.indexOf("\r\n\r\n");
            if (end < 0) return;
            const length = Number(/Content-Length: *(\d+)/i.exec(this.buffer.toString("ascii", 0, end))?.[1]);
            if (this.buffer.length < end + 4 + length) return;
            const message = JSON.parse(this.buffer.toString("utf8", end + 4, end + 4 + length));
            this.buffer = this.buffer.subarray(end + 4 + length);
            this.handle(message);
        }
    }

    handle(message) {
        if (message.method) {
            // What the server asks needs no more than an answer.
            if (message.id !== undefined) this.send({ id: message.id, result: null });
            return this.onNotification(message.method, message.params);
        }
        const waiting = this.pending.get(message.id);
        this.pending.delete(message.id);
        if (!waiting) return;
        if (message.error) waiting.reject(new Error(message.error.message));
        else waiting.resolve(message.result);
    }

    send(message) {
        if (!this.process) return;
        const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }), "utf8");
        this.process.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
        this.process.stdin.write(body);
    }

    notify(method, params) {
        this.send({ method, params });
    }

    // `token` is the editor's: when it is cancelled, so is the request.
    request(method, params, token) {
        const id = ++this.number;
        return new Promise((resolve, reject) => {
            if (!this.process) return reject(new Error("le serveur est arrêté"));
            this.pending.set(id, { resolve, reject });
            token?.onCancellationRequested(() => this.notify("$/cancelRequest", { id }));
            this.send({ id, method, params });
        });
    }

    async stop() {
        const child = this.process;
        if (!child) return;
        await this.request("shutdown").catch(() => {});
        this.notify("exit");
        this.process = undefined;
        child.stdin.end();
    }
}

module.exports = { Client };
