import CBienFonde

/// What all functions of the interface have in common: checked pointers, the status, the last error.
enum Call {
    /// Runs the body of a function; it says whether something was found.
    static func run(_ body: () throws(CallProblem) -> Bool) -> Int32 {
        do throws(CallProblem) {
            let hasFindings = try body()
            LastError.keep(nil)
            return Int32(hasFindings ? BIENFONDE_FOUND : BIENFONDE_OK)  // bounded: constants of the header
        } catch {
            LastError.keep(error.sentence)
            return error.status
        }
    }

    /// Runs the body of a function that gives a text.
    static func text(
        _ target: UnsafeMutablePointer<bienfonde_text>?, _ name: String,
        _ body: () throws(CallProblem) -> (text: String, hasFindings: Bool)
    ) -> Int32 {
        run { () throws(CallProblem) in
            let target = unsafe try emptied(target, name)
            let (text, hasFindings) = try body()
            unsafe target.pointee = try OwnedText.copy(of: text)
            return hasFindings
        }
    }

    static func present<Value>(_ pointer: UnsafePointer<Value>?, _ name: String) throws(CallProblem)
        -> UnsafePointer<Value>
    {
        guard let pointer = unsafe pointer else { throw .isNull(name) }
        return unsafe pointer
    }

    static func present<Value>(_ pointer: UnsafeMutablePointer<Value>?, _ name: String) throws(CallProblem)
        -> UnsafeMutablePointer<Value>
    {
        guard let pointer = unsafe pointer else { throw .isNull(name) }
        return unsafe pointer
    }

    /// A place for a text, holding none.
    static func emptied(_ pointer: UnsafeMutablePointer<bienfonde_text>?, _ name: String) throws(CallProblem)
        -> UnsafeMutablePointer<bienfonde_text>
    {
        let target = unsafe try present(pointer, name)
        unsafe target.pointee = bienfonde_text()
        return unsafe target
    }

    /// So many bytes. A null pointer stands for none of them.
    static func bytes(_ start: UnsafePointer<UInt8>?, _ count: Int, _ name: String) throws(CallProblem)
        -> UnsafeRawBufferPointer
    {
        // `size_t` is `Int` here: what is larger than half the memory comes out negative.
        guard count >= 0 else { throw .isNegative("length") }
        guard unsafe count == 0 || start != nil else { throw .isNull(name) }
        return unsafe UnsafeRawBufferPointer(start: count == 0 ? nil : start, count: count)
    }
}
