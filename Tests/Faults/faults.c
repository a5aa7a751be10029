// Lets one call of the system's library fail, or the process die at it: loaded before the library (LD_PRELOAD).
//
//   FAULT=CALL:TURN:HOW   the TURN-th call (from 1; with a + behind it that one and all later ones) of CALL does HOW
//   FAULT_COUNTS=FILE     how often each call was met is written there at the end
//
// CALL is write, fsync, rename, open, mmap, thread, lock or remove; HOW the number of an error, `short` (half of what was to be
// written is) or `kill`. Streams of <stdio.h> that are written are opened here as well, so that their writes are met.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { WRITE, FSYNC, RENAME, OPEN, MMAP, THREAD, LOCK, REMOVE, CALLS };
static const char *const names[CALLS] = {"write", "fsync", "rename", "open", "mmap", "thread", "lock", "remove"};
enum { SHORT = -1, KILL = -2 };

static atomic_long met[CALLS];
static int chosen = -1, how, from_there_on;
static long turn;

#define REAL(name, result, ...)                                        \
    static result (*real)(__VA_ARGS__);                                \
    if (!real) *(void **)&real = dlsym(RTLD_NEXT, name)

__attribute__((constructor)) static void begin(void) {
    char text[64];
    const char *const given = getenv("FAULT");
    if (!given || strlen(given) >= sizeof text) return;
    strcpy(text, given);
    char *rest = NULL;
    const char *const call = strtok_r(text, ":", &rest);
    const char *const number = strtok_r(NULL, ":", &rest);
    const char *const what = strtok_r(NULL, ":", &rest);
    if (!call || !number || !what) return;
    turn = atol(number);
    from_there_on = strchr(number, '+') != NULL;
    how = strcmp(what, "short") == 0 ? SHORT : strcmp(what, "kill") == 0 ? KILL : atoi(what);
    for (int place = 0; place < CALLS; place++)
        if (strcmp(call, names[place]) == 0) chosen = place;
}

__attribute__((destructor)) static void end(void) {
    const char *const path = getenv("FAULT_COUNTS");
    if (!path) return;
    chosen = -1;
    FILE *const file = fopen(path, "w");
    if (!file) return;
    for (int place = 0; place < CALLS; place++) fprintf(file, "%s %ld\n", names[place], atomic_load(&met[place]));
    fclose(file);
}

// 0: the call goes on; otherwise what is to be done.
static int fault(int call) {
    const long now = atomic_fetch_add(&met[call], 1) + 1;
    if (call != chosen || !(now == turn || (from_there_on && now > turn))) return 0;
    if (how == KILL) kill(getpid(), SIGKILL);
    return how;
}

#define FAIL_WITH(call, value)          \
    do {                                \
        const int what_ = fault(call);  \
        if (what_ > 0) {                \
            errno = what_;              \
            return value;               \
        }                               \
    } while (0)

ssize_t write(int file, const void *bytes, size_t count) {
    REAL("write", ssize_t, int, const void *, size_t);
    // What is said of the fault is to be heard.
    if (file == 2) return real(file, bytes, count);
    const int what = fault(WRITE);
    if (what > 0) {
        errno = what;
        return -1;
    }
    return real(file, bytes, what == SHORT && count > 1 ? count / 2 : count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) {
    REAL("pwrite", ssize_t, int, const void *, size_t, off_t);
    const int what = fault(WRITE);
    if (what > 0) {
        errno = what;
        return -1;
    }
    return real(file, bytes, what == SHORT && count > 1 ? count / 2 : count, at);
}
ssize_t pwrite64(int file, const void *bytes, size_t count, off_t at) { return pwrite(file, bytes, count, at); }

int fsync(int file) {
    REAL("fsync", int, int);
    FAIL_WITH(FSYNC, -1);
    return real(file);
}
int syncfs(int file) {
    REAL("syncfs", int, int);
    FAIL_WITH(FSYNC, -1);
    return real(file);
}

int rename(const char *from, const char *to) {
    REAL("rename", int, const char *, const char *);
    FAIL_WITH(RENAME, -1);
    return real(from, to);
}
int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags) {
    REAL("renameat2", int, int, const char *, int, const char *, unsigned);
    FAIL_WITH(RENAME, -1);
    return real(from_folder, from, to_folder, to, flags);
}

static mode_t mode_of(int flags, va_list more) {
    return (flags & O_CREAT) || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(more, mode_t) : 0;
}
#define OPEN_LIKE(name)                                   \
    int name(const char *path, int flags, ...) {          \
        REAL(#name, int, const char *, int, ...);         \
        va_list more;                                     \
        va_start(more, flags);                            \
        const mode_t mode = mode_of(flags, more);         \
        va_end(more);                                     \
        FAIL_WITH(OPEN, -1);                              \
        return real(path, flags, mode);                   \
    }
OPEN_LIKE(open)
OPEN_LIKE(open64)
#define OPENAT_LIKE(name)                                          \
    int name(int folder, const char *path, int flags, ...) {       \
        REAL(#name, int, int, const char *, int, ...);             \
        va_list more;                                              \
        va_start(more, flags);                                     \
        const mode_t mode = mode_of(flags, more);                  \
        va_end(more);                                              \
        FAIL_WITH(OPEN, -1);                                       \
        return real(folder, path, flags, mode);                    \
    }
OPENAT_LIKE(openat)
OPENAT_LIKE(openat64)
int mkdir(const char *path, mode_t mode) {
    REAL("mkdir", int, const char *, mode_t);
    FAIL_WITH(OPEN, -1);
    return real(path, mode);
}

void *mmap(void *at, size_t bytes, int protection, int flags, int file, off_t offset) {
    REAL("mmap", void *, void *, size_t, int, int, int, off_t);
    FAIL_WITH(MMAP, MAP_FAILED);
    return real(at, bytes, protection, flags, file, offset);
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*body)(void *), void *context) {
    REAL("pthread_create", int, pthread_t *, const pthread_attr_t *, void *(*)(void *), void *);
    const int what = fault(THREAD);
    return what > 0 ? what : real(thread, attributes, body, context);
}

int flock(int file, int operation) {
    REAL("flock", int, int, int);
    FAIL_WITH(LOCK, -1);
    return real(file, operation);
}

int unlinkat(int folder, const char *path, int flags) {
    REAL("unlinkat", int, int, const char *, int);
    FAIL_WITH(REMOVE, -1);
    return real(folder, path, flags);
}

// Streams: the library writes them by a way of its own past `write`, so they are made of the calls above.
static ssize_t stream_read(void *cookie, char *bytes, size_t count) { return read((int)(intptr_t)cookie, bytes, count); }
static ssize_t stream_write(void *cookie, const char *bytes, size_t count) {
    size_t done = 0;
    while (done < count) {
        const ssize_t put = write((int)(intptr_t)cookie, bytes + done, count - done);
        if (put < 0) return done > 0 ? (ssize_t)done : 0;
        done += (size_t)put;
    }
    return (ssize_t)done;
}
static int stream_seek(void *cookie, off64_t *offset, int whence) {
    const off_t now = lseek((int)(intptr_t)cookie, *offset, whence);
    if (now < 0) return -1;
    *offset = now;
    return 0;
}
static int stream_close(void *cookie) { return close((int)(intptr_t)cookie); }
static FILE *stream(int file, const char *mode) {
    const cookie_io_functions_t functions = {stream_read, stream_write, stream_seek, stream_close};
    return fopencookie((void *)(intptr_t)file, mode, functions);
}

FILE *fdopen(int file, const char *mode) {
    REAL("fdopen", FILE *, int, const char *);
    return mode[0] == 'r' && !strchr(mode, '+') ? real(file, mode) : stream(file, mode);
}
static FILE *opened(const char *path, const char *mode) {
    const int flags = mode[0] == 'w' ? O_CREAT | O_TRUNC : mode[0] == 'a' ? O_CREAT | O_APPEND : 0;
    const int file = open(path, flags | (strchr(mode, '+') ? O_RDWR : O_WRONLY), 0666);
    return file < 0 ? NULL : stream(file, mode);
}
FILE *fopen(const char *path, const char *mode) {
    REAL("fopen", FILE *, const char *, const char *);
    return mode[0] == 'r' && !strchr(mode, '+') ? real(path, mode) : opened(path, mode);
}
FILE *fopen64(const char *path, const char *mode) {
    REAL("fopen64", FILE *, const char *, const char *);
    return mode[0] == 'r' && !strchr(mode, '+') ? real(path, mode) : opened(path, mode);
}
