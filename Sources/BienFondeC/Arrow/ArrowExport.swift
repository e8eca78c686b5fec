import CBienFonde
import Glibc

/// Writes columns to the structures of the C data interface, in memory of C that their `release` frees.
enum ArrowExport {
    static func write(
        _ column: ArrowColumn, to array: UnsafeMutablePointer<ArrowArray>, _ schema: UnsafeMutablePointer<ArrowSchema>
    ) throws(CallProblem) {
        do throws(CallProblem) {
            unsafe try writeArray(column, to: array)
            unsafe try writeSchema(column, to: schema)
        } catch {
            // What was made until memory ran short.
            unsafe array.pointee.release?(array)
            unsafe schema.pointee.release?(schema)
            throw error
        }
    }

    // MARK: Arrays

    private static func writeArray(
        _ column: ArrowColumn, to array: UnsafeMutablePointer<ArrowArray>
    ) throws(CallProblem) {
        unsafe array.initialize(to: ArrowArray())
        // From here on it can be released as far as it was made.
        unsafe array.pointee.release = releaseArray
        unsafe array.pointee.length = Int64(column.count)
        unsafe array.pointee.null_count = Int64(column.nullCount)
        let buffers = unsafe try room(column.buffers.count, of: UnsafeRawPointer?.self)
        unsafe array.pointee.buffers = buffers
        for (place, buffer) in column.buffers.enumerated() {
            unsafe buffers[place] = try copy(buffer)
            unsafe array.pointee.n_buffers = Int64(place + 1)
        }
        let children = unsafe try room(column.children.count, of: UnsafeMutablePointer<ArrowArray>?.self)
        unsafe array.pointee.children = children
        for (place, child) in column.children.enumerated() {
            let target = unsafe try room(1, of: ArrowArray.self)
            unsafe children[place] = target
            unsafe array.pointee.n_children = Int64(place + 1)
            unsafe try writeArray(child, to: target)
        }
    }

    private static func copy(_ buffer: ArrowColumn.Buffer) throws(CallProblem) -> UnsafeRawPointer? {
        switch buffer {
        case .absent: nil
        case .bytes(let bytes): unsafe try copy(bytes)
        case .offsets(let offsets): unsafe try copy(offsets)
        }
    }

    private static func copy<Element: BitwiseCopyable>(_ elements: [Element]) throws(CallProblem) -> UnsafeRawPointer {
        let count = elements.count * MemoryLayout<Element>.stride
        // Arrow recommends places and sizes that are multiples of 64, and no buffer of a value is null.
        let size = max(64, (count + 63) / 64 * 64)
        guard let memory = unsafe aligned_alloc(64, size) else { throw .noMemory }
        unsafe elements.withUnsafeBytes { source in
            unsafe UnsafeMutableRawBufferPointer(start: memory, count: size).copyMemory(from: source)
        }
        return UnsafeRawPointer(memory)
    }

    /// Zeroed memory for so many values.
    private static func room<Value>(_ count: Int, of type: Value.Type) throws(CallProblem)
        -> UnsafeMutablePointer<Value>
    {
        guard let memory = unsafe calloc(max(count, 1), MemoryLayout<Value>.stride) else { throw .noMemory }
        return unsafe memory.assumingMemoryBound(to: type)
    }

    private static let releaseArray: @convention(c) (UnsafeMutablePointer<ArrowArray>?) -> Void = { array in
        guard let array = unsafe array else { return }
        for place in unsafe 0..<Int(array.pointee.n_children) {
            guard let child = unsafe array.pointee.children?[place] else { continue }
            unsafe child.pointee.release?(child)
            unsafe free(child)
        }
        for place in unsafe 0..<Int(array.pointee.n_buffers) {
            unsafe free(UnsafeMutableRawPointer(mutating: array.pointee.buffers?[place]))
        }
        unsafe free(array.pointee.children)
        unsafe free(array.pointee.buffers)
        unsafe array.pointee = ArrowArray()
    }

    // MARK: Schemas

    private static func writeSchema(
        _ column: ArrowColumn, to schema: UnsafeMutablePointer<ArrowSchema>
    ) throws(CallProblem) {
        unsafe schema.initialize(to: ArrowSchema())
        unsafe schema.pointee.release = releaseSchema
        unsafe schema.pointee.format = try copy(column.format)
        unsafe schema.pointee.name = try copy(column.name)
        unsafe schema.pointee.flags = Int64(ARROW_FLAG_NULLABLE)
        let children = unsafe try room(column.children.count, of: UnsafeMutablePointer<ArrowSchema>?.self)
        unsafe schema.pointee.children = children
        for (place, child) in column.children.enumerated() {
            let target = unsafe try room(1, of: ArrowSchema.self)
            unsafe children[place] = target
            unsafe schema.pointee.n_children = Int64(place + 1)
            unsafe try writeSchema(child, to: target)
        }
    }

    private static func copy(_ text: String) throws(CallProblem) -> UnsafePointer<CChar> {
        guard let copy = unsafe strdup(text) else { throw .noMemory }
        return unsafe UnsafePointer(copy)
    }

    private static let releaseSchema: @convention(c) (UnsafeMutablePointer<ArrowSchema>?) -> Void = { schema in
        guard let schema = unsafe schema else { return }
        for place in unsafe 0..<Int(schema.pointee.n_children) {
            guard let child = unsafe schema.pointee.children?[place] else { continue }
            unsafe child.pointee.release?(child)
            unsafe free(child)
        }
        unsafe free(UnsafeMutablePointer(mutating: schema.pointee.format))
        unsafe free(UnsafeMutablePointer(mutating: schema.pointee.name))
        unsafe free(schema.pointee.children)
        unsafe schema.pointee = ArrowSchema()
    }
}
