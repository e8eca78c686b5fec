/// Which file of a run a place lies in: an index in a ``SourceLibrary``.
package struct FileID: Hashable, Comparable, Sendable {
    package let index: UInt32

    package init(index: UInt32) { self.index = index }

    package static func < (left: FileID, right: FileID) -> Bool { left.index < right.index }
}

/// A stretch of one file: half-open UTF-8 offsets from the file's first byte, base 0.
///
/// Lines and columns exist only where a place is printed (``SourcePosition``).
package struct SourceRange: Hashable, Sendable {
    package let file: FileID
    package let start: UInt32
    package let end: UInt32

    package init(file: FileID, start: UInt32, end: UInt32) {
        self.file = file
        self.start = start
        self.end = max(start, end)
    }

    /// The empty range at the start of a file.
    package static func beginning(of file: FileID) -> SourceRange { SourceRange(file: file, start: 0, end: 0) }

    /// Whether this range begins before the other, in the order of files and places.
    package func precedes(_ other: SourceRange) -> Bool { (file, start) < (other.file, other.start) }

    /// The smallest range that holds both; `self` when `other` lies in another file.
    package func union(_ other: SourceRange) -> SourceRange {
        guard other.file == file else { return self }
        return SourceRange(file: file, start: min(start, other.start), end: max(end, other.end))
    }
}

/// A value with the place it was read from. The place travels with the value but is not part of it: equality and
/// hash ignore it, so that trees can be compared.
package struct Located<Value: Sendable>: Sendable {
    package let value: Value
    package let range: SourceRange

    package init(_ value: Value, at range: SourceRange) {
        self.value = value
        self.range = range
    }
}

extension Located: Equatable where Value: Equatable {
    package static func == (left: Located, right: Located) -> Bool { left.value == right.value }
}

extension Located: Hashable where Value: Hashable {
    package func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

/// A file as it was read: the path shown to the user and its bytes.
package struct SourceFile: Sendable {
    /// The path as the user gave it, joined with the path inside the folder.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}

/// The files of a run. A place means something only together with the library that its file belongs to.
package struct SourceLibrary: Sendable {
    package private(set) var files: [SourceFile] = []

    package init() {}

    /// Adds a file and gives its identity in this library.
    package mutating func add(path: String, bytes: [UInt8]) -> FileID {
        files.append(SourceFile(path: path, bytes: bytes))
        return FileID(index: UInt32(files.count - 1))  // bounded: a file in memory
    }

    package subscript(id: FileID) -> SourceFile { files[Int(id.index)] }

    /// The bytes of a range, clamped to the file.
    package func bytes(in range: SourceRange) -> ArraySlice<UInt8> {
        let bytes = self[range.file].bytes
        let end = min(Int(range.end), bytes.count)
        return bytes[min(Int(range.start), end)..<end]
    }
}
