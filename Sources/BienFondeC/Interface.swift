// swift-format-ignore-file: AlwaysUseLowerCamelCase

// The names are those of the header.
public import CBienFonde
import RuleJSON
import RuleModel
import RulePipeline

// The functions of `Integrations/c/bienfonde.h`, which says what they promise; the compiler compares their types.

/// The number of the interface.
@c @implementation public func bienfonde_interface() -> Int32 { 1 }

/// Reads the rules of a folder.
@c @implementation public func bienfonde_load(
    _ folder: UnsafePointer<CChar>!, _ engine: UnsafeMutablePointer<bienfonde_engine>!
) -> Int32 {
    Call.run { () throws(CallProblem) in
        let target = unsafe try Call.present(engine, "engine")
        unsafe target.pointee = 0
        let path = unsafe String(cString: try Call.present(folder, "folder"))
        unsafe target.pointee = EngineTable.shared.add(try Engine(folder: path))
        return false
    }
}

/// Reads the rules of files in memory.
@c @implementation public func bienfonde_load_files(
    _ folder: UnsafePointer<CChar>!, _ files: UnsafePointer<bienfonde_file>!, _ count: Int,
    _ engine: UnsafeMutablePointer<bienfonde_engine>!
) -> Int32 {
    Call.run { () throws(CallProblem) in
        let target = unsafe try Call.present(engine, "engine")
        unsafe target.pointee = 0
        guard count >= 0 else { throw .isNegative("count") }
        let all = unsafe UnsafeBufferPointer(start: count > 0 ? try Call.present(files, "files") : nil, count: count)
        var inputs: [RuleSetLoader.Input] = []
        for place in 0..<count {
            let file = unsafe all[place]
            let path = unsafe String(cString: try Call.present(file.path, "path"))
            inputs.append(
                RuleSetLoader.Input(path: path, bytes: unsafe Array(try Call.bytes(file.bytes, file.length, "bytes"))))
        }
        let name = unsafe folder.map { unsafe String(cString: $0) } ?? ""
        unsafe target.pointee = EngineTable.shared.add(try Engine(files: inputs, folder: name))
        return false
    }
}

/// `politique.empreinte`.
@c @implementation public func bienfonde_fingerprint(
    _ engine: bienfonde_engine, _ fingerprint: UnsafeMutablePointer<bienfonde_text>!
) -> Int32 {
    unsafe Call.text(fingerprint, "fingerprint") { () throws(CallProblem) in
        (try EngineTable.shared.engine(engine).set.fingerprint, false)
    }
}

/// The decisions of the set, as JSON.
@c @implementation public func bienfonde_decisions(
    _ engine: bienfonde_engine, _ decisions: UnsafeMutablePointer<bienfonde_text>!
) -> Int32 {
    unsafe Call.text(decisions, "decisions") { () throws(CallProblem) in
        let set = try EngineTable.shared.engine(engine).set
        let list = set.decisionsInOrder.map { id in
            JSONValue.object([("nom", .text(set[id].name)), ("cumul", .bool(set[id].isCumulative))])
        }
        return (JSONValue.list(list).text(.compact), false)
    }
}

/// The facts of the set, as JSON.
@c @implementation public func bienfonde_facts(
    _ engine: bienfonde_engine, _ facts: UnsafeMutablePointer<bienfonde_text>!
) -> Int32 {
    unsafe Call.text(facts, "facts") { () throws(CallProblem) in
        let set = try EngineTable.shared.engine(engine).set
        let list = set.facts.map { fact in
            let values = JSONValue.texts(fact.type.symbols.map { set[$0] })
            return JSONValue.object([
                ("nom", .text(fact.name)), ("type", .text(fact.type.name)), ("valeurs", values),
            ])
        }
        return (JSONValue.list(list).text(.compact), false)
    }
}

/// Decides one case.
@c @implementation public func bienfonde_decide_case(
    _ engine: bienfonde_engine, _ json: UnsafePointer<UInt8>!, _ length: Int,
    _ options: UnsafePointer<bienfonde_options>!, _ decided: UnsafeMutablePointer<bienfonde_text>!
) -> Int32 {
    unsafe Call.text(decided, "decided") { () throws(CallProblem) in
        let engine = try EngineTable.shared.engine(engine)
        let bytes = unsafe Array(try Call.bytes(json, length, "json"))
        return try engine.decide(bytes, unsafe CallOptions(options))
    }
}

/// Decides lines of NDJSON.
@c @implementation public func bienfonde_decide_batch(
    _ engine: bienfonde_engine, _ lines: UnsafePointer<UInt8>!, _ length: Int,
    _ options: UnsafePointer<bienfonde_options>!, _ answers: UnsafeMutablePointer<bienfonde_text>!
) -> Int32 {
    Call.run { () throws(CallProblem) in
        let target = unsafe try Call.emptied(answers, "answers")
        let engine = try EngineTable.shared.engine(engine)
        let bytes = unsafe try Call.bytes(lines, length, "lines")
        let (text, hasFindings) = unsafe try BatchCall.decide(bytes, by: engine, CallOptions(options))
        unsafe target.pointee = text
        return hasFindings
    }
}

/// Decides an array of texts of Arrow.
@c @implementation public func bienfonde_decide_arrow(
    _ engine: bienfonde_engine, _ array: UnsafePointer<ArrowArray>!, _ type: UnsafePointer<ArrowSchema>!,
    _ options: UnsafePointer<bienfonde_options>!, _ decided: UnsafeMutablePointer<ArrowArray>!,
    _ decidedType: UnsafeMutablePointer<ArrowSchema>!
) -> Int32 {
    Call.run { () throws(CallProblem) in
        let target = unsafe try Call.present(decided, "decided")
        let targetType = unsafe try Call.present(decidedType, "decided_type")
        unsafe (target.pointee, targetType.pointee) = (ArrowArray(), ArrowSchema())
        let engine = try EngineTable.shared.engine(engine)
        let texts = unsafe try ArrowTexts(try Call.present(array, "array"), try Call.present(type, "type"))
        let (column, hasFindings) = try ArrowCall.decide(texts, by: engine, unsafe CallOptions(options))
        unsafe try ArrowExport.write(column, to: target, targetType)
        return hasFindings
    }
}

/// Forgets an engine.
@c @implementation public func bienfonde_free(_ engine: bienfonde_engine) -> Int32 {
    Call.run { () throws(CallProblem) in
        try EngineTable.shared.remove(engine)
        return false
    }
}

/// What was wrong with the latest call of this thread.
@c @implementation public func bienfonde_last_error(_ message: UnsafeMutablePointer<bienfonde_text>!)
    -> Int32
{
    guard let message = unsafe message else { return Int32(BIENFONDE_USAGE) }
    unsafe message.pointee = bienfonde_text()
    guard let text = unsafe try? OwnedText.copy(of: LastError.sentence) else { return Int32(BIENFONDE_SYSTEM) }
    unsafe message.pointee = text
    return Int32(BIENFONDE_OK)
}

/// Gives a text back.
@c @implementation public func bienfonde_release(_ text: UnsafeMutablePointer<bienfonde_text>!) {
    guard let text = unsafe text else { return }
    unsafe OwnedText.release(&text.pointee)
}
