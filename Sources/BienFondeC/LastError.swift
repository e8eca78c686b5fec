import Glibc

/// The latest problem of each thread: a text of C that the thread's end frees.
enum LastError {
    private static let key: pthread_key_t? = {
        var key: pthread_key_t = 0
        return unsafe pthread_key_create(&key, { unsafe free($0) }) == 0 ? key : nil
    }()

    static var sentence: String {
        guard let key, let text = unsafe pthread_getspecific(key) else { return "" }
        return unsafe String(cString: text.assumingMemoryBound(to: CChar.self))
    }

    static func keep(_ sentence: String?) {
        guard let key else { return }
        unsafe free(pthread_getspecific(key))
        _ = unsafe pthread_setspecific(key, sentence.flatMap { unsafe strdup($0) })
    }
}
