// A disk that fails or is slow, for tests: loaded before the program (LD_PRELOAD).
//
// BIENFONDE_PANNE=CALL:N:ERROR makes a call fail from the n-th time on, where CALL is write, fsync, rename or open (for
// writing), or sortie, a write to standard output, and ERROR a number of errno. A rename fails once, so that what is
// undone by another is seen. Of standard streams only the output fails, and by its own name. A write that fails first
// writes half of its bytes, as a disk that is full does.
// BIENFONDE_LENTEUR=MICROSECONDS makes each of these calls wait first, so that a kill finds the program at one.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static atomic_int calls;

// 0: goes on; 1: fails for the first time; 2: fails again.
static int failing(const char *call) {
    const char *slowness = getenv("BIENFONDE_LENTEUR");
    if (slowness) usleep(atoi(slowness));
    const char *fault = getenv("BIENFONDE_PANNE");
    size_t length = strlen(call);
    if (!fault || strncmp(fault, call, length) || fault[length] != ':') return 0;
    int from, error;
    if (sscanf(fault + length, ":%d:%d", &from, &error) != 2) return 0;
    int count = atomic_fetch_add(&calls, 1) + 1;
    if (count < from) return 0;
    errno = error;
    return count == from ? 1 : 2;
}

ssize_t write(int file, const void *bytes, size_t count) {
    static ssize_t (*real)(int, const void *, size_t);
    if (!real) real = dlsym(RTLD_NEXT, "write");
    if (file > STDERR_FILENO || file == STDOUT_FILENO) {
        switch (failing(file == STDOUT_FILENO ? "sortie" : "write")) {
        case 0: break;
        case 1: if (count > 1) return real(file, bytes, count / 2); return -1;
        default: return -1;
        }
    }
    return real(file, bytes, count);
}

int fsync(int file) {
    static int (*real)(int);
    if (!real) real = dlsym(RTLD_NEXT, "fsync");
    return failing("fsync") ? -1 : real(file);
}

int rename(const char *from, const char *to) {
    static int (*real)(const char *, const char *);
    if (!real) real = dlsym(RTLD_NEXT, "rename");
    return failing("rename") == 1 ? -1 : real(from, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned int flags) {
    static int (*real)(int, const char *, int, const char *, unsigned int);
    if (!real) real = dlsym(RTLD_NEXT, "renameat2");
    return failing("rename") == 1 ? -1 : real(fromFolder, from, toFolder, to, flags);
}

int open(const char *path, int flags, ...) {
    static int (*real)(const char *, int, ...);
    if (!real) real = dlsym(RTLD_NEXT, "open");
    va_list rest;
    va_start(rest, flags);
    int mode = flags & O_CREAT ? va_arg(rest, int) : 0;
    va_end(rest);
    if ((flags & O_ACCMODE) != O_RDONLY && failing("open")) return -1;
    return real(path, flags, mode);
}
