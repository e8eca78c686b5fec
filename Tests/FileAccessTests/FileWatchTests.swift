import Glibc
import Testing

@testable import FileAccess

@Suite("Watching files")
struct FileWatchTests {
    /// What a watch of `Rules` (and of `cas.yaml` beside it) says of a change; paths are shown inside the folder.
    private func changes(
        _ folder: borrowing TemporaryFolder, after change: (borrowing TemporaryFolder) throws -> Void
    ) throws -> [String] {
        var watch = try FileWatch()
        try watch.follow(folder.place("Rules"), withExtensions: ["yaml"])
        try watch.follow(folder.place("cas.yaml"))
        try change(folder)
        return try shown(watch.wait(), in: folder)
    }

    private func shown(_ paths: [String], in folder: borrowing TemporaryFolder) throws -> [String] {
        let length = folder.path.count + 1
        return paths.map { String($0.dropFirst(length)) }
    }

    private func sample() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in ["Rules/a.yaml", "Rules/sous/b.yaml", "Rules/c.txt", "cas.yaml", "autre.yaml"] {
            try folder.make(name)
        }
        return folder
    }

    @Test("a file written in place, at any depth")
    func written() throws {
        let folder = try sample()
        #expect(
            try changes(folder) {
                try $0.make("Rules/a.yaml", "x")
                try $0.make("Rules/sous/b.yaml", "x")
                try $0.make("cas.yaml", "x")
            } == ["Rules/a.yaml", "Rules/sous/b.yaml", "cas.yaml"])
    }

    @Test("a file replaced by rename, a new one, one that is removed")
    func replaced() throws {
        let folder = try sample()
        let found = try changes(folder) { folder in
            try folder.make("neuf", "x")
            _ = unsafe rename(folder.place("neuf"), folder.place("Rules/a.yaml"))
            try folder.make("Rules/nouveau.yaml")
            _ = unsafe unlink(folder.place("cas.yaml"))
        }
        #expect(found == ["Rules/a.yaml", "Rules/nouveau.yaml", "cas.yaml"])
    }

    @Test("other names, hidden ones and what is read are no change")
    func others() throws {
        let folder = try sample()
        let found = try changes(folder) { folder in
            try folder.make("Rules/c.txt", "x")
            try folder.make("Rules/.a.yaml.swp", "x")
            try folder.make("autre.yaml", "x")
            _ = try folder.text("Rules/a.yaml")
            try folder.make("cas.yaml", "x")
        }
        #expect(found == ["cas.yaml"])
    }

    @Test("a new sub-folder is a change, and is followed from then on")
    func subfolder() throws {
        let folder = try sample()
        var watch = try FileWatch()
        try watch.follow(folder.place("Rules"), withExtensions: ["yaml"])
        try folder.make("Rules/neuf/d.yaml")
        #expect(try shown(watch.wait(), in: folder).first == "Rules/neuf")
        try watch.follow(folder.place("Rules"), withExtensions: ["yaml"])
        try folder.make("Rules/neuf/d.yaml", "x")
        #expect(try shown(watch.wait(), in: folder) == ["Rules/neuf/d.yaml"])
    }

    @Test("the folder itself goes away and comes back")
    func folderComesBack() throws {
        let folder = try sample()
        var watch = try FileWatch()
        try watch.follow(folder.place("Rules"), withExtensions: ["yaml"])
        _ = unsafe rename(folder.place("Rules"), folder.place("ailleurs"))
        #expect(try shown(watch.wait(), in: folder).contains("Rules"))
        try watch.follow(folder.place("Rules"), withExtensions: ["yaml"])
        try folder.make("Rules/a.yaml")
        #expect(try shown(watch.wait(), in: folder) == ["Rules"])
        try watch.follow(folder.place("Rules"), withExtensions: ["yaml"])
        try folder.make("Rules/a.yaml", "x")
        #expect(try shown(watch.wait(), in: folder) == ["Rules/a.yaml"])
    }

    @Test("what is not there yet, however far the way to it")
    func notYet() throws {
        let folder = try TemporaryFolder()
        var watch = try FileWatch()
        try watch.follow(folder.place("a/b/cas.yaml"))
        try folder.make("a/b/cas.yaml")
        #expect(try shown(watch.wait(), in: folder) == ["a"])
        try watch.follow(folder.place("a/b/cas.yaml"))
        try folder.make("a/b/cas.yaml", "x")
        #expect(try shown(watch.wait(), in: folder) == ["a/b/cas.yaml"])
    }

    @Test("a folder below is removed with what is in it")
    func removed() throws {
        let folder = try sample()
        let found = try changes(folder) { folder in
            _ = unsafe unlink(folder.place("Rules/sous/b.yaml"))
            _ = unsafe rmdir(folder.place("Rules/sous"))
        }
        #expect(found == ["Rules/sous", "Rules/sous/b.yaml"])
    }

    @Test("the folder of a file that is not there yet goes away, to come back with it")
    func emptyFolder() throws {
        let folder = try TemporaryFolder()
        #expect(unsafe mkdir(folder.place("a"), 0o755) == 0)
        var watch = try FileWatch()
        try watch.follow(folder.place("a/cas.yaml"))
        #expect(unsafe rmdir(folder.place("a")) == 0)
        #expect(try shown(watch.wait(), in: folder) == ["a"])
        try watch.follow(folder.place("a/cas.yaml"))
        try folder.make("a/cas.yaml")
        #expect(try shown(watch.wait(), in: folder) == ["a"])
    }

    @Test("a slash at the end of a folder, a folder of the root that is not there, a link to nowhere")
    func oddPaths() throws {
        let folder = try sample()
        folder.link("perdu.yaml", to: "nulle-part")
        var watch = try FileWatch()
        try watch.follow(folder.place("Rules") + "/", withExtensions: ["yaml"])
        try watch.follow("/bienfonde-dossier-absent/cas.yaml")
        try watch.follow(folder.place("perdu.yaml"))
        _ = unsafe unlink(folder.place("perdu.yaml"))
        try folder.make("Rules/a.yaml", "x")
        #expect(try shown(watch.wait(), in: folder) == ["Rules/a.yaml", "perdu.yaml"])
    }

    @Test(
        "a path is a name in a folder",
        arguments: [
            ("a/b/c", "a/b", "c"), ("c", ".", "c"), ("d/", ".", "d"), ("a/d/", "a", "d"), ("/c", "/", "c"),
            ("../c", "..", "c"), (".", ".", ""), ("/", "/", ""),
        ])
    func split(_ path: String, _ folder: String, _ name: String) {
        let parts = FileWatch.split(path)
        #expect(parts.folder == folder && parts.name == name)
    }

    @Test("more changes than the system keeps are a change, whatever they were")
    func overflow() throws {
        let folder = try sample()
        let limit = try FileReader.read("/proc/sys/fs/inotify/max_queued_events", limit: 64)
        let kept = try #require(Int(String(decoding: limit.dropLast(), as: UTF8.self)))
        let found = try changes(folder) { folder in
            // Each round makes two events or more of each file.
            for _ in 0...(kept / 4) {
                for name in ["Rules/c.txt", "Rules/d.txt"] {
                    close(unsafe creat(folder.place(name), 0o600))
                    unsafe unlink(folder.place(name))
                }
            }
        }
        #expect(found == [])
    }

    @Test("a link changes when what it leads to does")
    func link() throws {
        let folder = try TemporaryFolder()
        try folder.make("cible/vrai.yaml")
        folder.link("cas.yaml", to: folder.place("cible/vrai.yaml"))
        var watch = try FileWatch()
        try watch.follow(folder.place("cas.yaml"))
        try folder.make("cible/vrai.yaml", "x")
        #expect(try watch.wait().count == 1)
    }
}
