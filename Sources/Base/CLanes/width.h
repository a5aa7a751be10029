// Which form of a kernel is used, for the files that have more than one.
#ifndef SIAPPILIH_WIDTH_H
#define SIAPPILIH_WIDTH_H
#include "lanes.h"

#if defined(__SSE2__)
#include <immintrin.h>
#endif

// Under the thread sanitizer every word of a table of keys must be seen to be read for itself.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define LANES_BY_WORD 1
#endif
#endif

// By kernel, the width of the form in use; 0 where there is none. Written before `main`, never again.
extern int lanes_width_in_use[LANES_KERNEL_COUNT] __attribute__((visibility("hidden")));

#endif
