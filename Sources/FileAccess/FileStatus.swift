import Glibc

/// What the system knows of a file.
struct FileStatus {
    enum Kind {
        case file
        case folder
        case link
        case pipe
        /// A device or a socket.
        case other
    }

    /// Which file it is, whatever its paths.
    struct Identity: Hashable {
        let device: dev_t
        let node: ino_t
    }

    let kind: Kind
    let identity: Identity
    /// The permissions, without the kind.
    let mode: mode_t
    let owner: uid_t
    let group: gid_t
    /// In bytes.
    let size: Int

    /// What a path leads to; with `followingLinks` false, a link is itself.
    init(_ path: String, followingLinks: Bool = true) throws(SystemError) {
        guard !path.utf8.contains(0) else { throw SystemError(ENOENT) }
        var found = stat()
        guard unsafe fstatat(AT_FDCWD, path, &found, followingLinks ? 0 : AT_SYMLINK_NOFOLLOW) == 0 else {
            throw SystemError()
        }
        self.init(found)
    }

    init(of file: borrowing Descriptor) throws(SystemError) {
        try self.init(ofDescriptor: file.number)
    }

    init(ofDescriptor number: Int32) throws(SystemError) {
        var found = stat()
        guard unsafe fstat(number, &found) == 0 else { throw SystemError() }
        self.init(found)
    }

    private init(_ found: stat) {
        kind =
            switch found.st_mode & S_IFMT {
            case S_IFREG: .file
            case S_IFDIR: .folder
            case S_IFLNK: .link
            case S_IFIFO: .pipe
            default: .other
            }
        identity = Identity(device: found.st_dev, node: found.st_ino)
        mode = found.st_mode & 0o7777
        owner = found.st_uid
        group = found.st_gid
        size = Int(found.st_size)
    }
}
