import Foundation

/// Files in a folder in memory, for what reads folders alone; the folder is gone afterwards.
enum MemoryFolder {
    static func with<Result>(_ files: [String: [UInt8]], _ body: (String) throws -> Result) throws -> Result {
        let folder = URL(filePath: "/dev/shm/bienfonde-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
        return try body(folder.path)
    }
}
