#include "temporary.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

static _Thread_local struct {
    int64_t *bytes;
    int64_t count, room;
    int notes, failure;
} noted;

static void fail(int number) {
    if (noted.failure == 0) noted.failure = number != 0 ? number : EIO;
}

static void note(int64_t bytes) {
    if (noted.count == noted.room) {
        const int64_t room = noted.room * 2 + 16;
        int64_t *const grown = realloc(noted.bytes, (size_t)room * sizeof *grown);
        if (!grown) {
            fail(ENOMEM);
            return;
        }
        noted.bytes = grown;
        noted.room = room;
    }
    noted.bytes[noted.count++] = bytes;
}

// The system's own forgets, as the standard has it, that something went wrong before.
void rewind(FILE *file) {
    if (noted.notes) {
        errno = 0;
        if (fflush(file) != 0 || ferror(file) != 0) fail(errno);
        const long end = fseek(file, 0, SEEK_END) == 0 ? ftell(file) : -1;
        if (end < 0) fail(errno);
        note(end);
    }
    if (fseek(file, 0, SEEK_SET) != 0 && noted.notes) fail(errno);
    clearerr(file);
}

void temporary_begin(void) {
    noted.notes = 1;
    noted.failure = 0;
    noted.count = 0;
}

int64_t temporary_count(void) { return noted.count; }

int64_t temporary_bytes(int64_t turn) { return turn >= 0 && turn < noted.count ? noted.bytes[turn] : -1; }

int temporary_end(void) {
    const int failure = noted.failure;
    free(noted.bytes);
    noted.bytes = NULL;
    noted.count = noted.room = 0;
    noted.notes = noted.failure = 0;
    return failure;
}
