#include "width.h"
#include <stdlib.h>

int lanes_width_in_use[LANES_KERNEL_COUNT];

int lanes_has_form(int kernel, int width) {
    switch (kernel) {
    case LANES_COMPARE: return width == 64 || width == 32 || width == 16 || width == 1;
    case LANES_COPY_CELLS:
    case LANES_READ_DIGITS: return width == 64 || width == 16 || width == 1;
    case LANES_GATHER_CELLS:
    case LANES_FIND_KEYS: return width == 64 || width == 1;
    case LANES_TAKE_SHEET_ROWS:
    case LANES_WRITE_SHEET_CELLS: return width == 16 || width == 1;
    case LANES_TAKE_ROWS:
    case LANES_WRITE_LINES: return width == 64;
    default: return 0;
    }
}

#if defined(__SSE2__)

// What a form is compiled for, the processor has.
static int has_64(int kernel) {
    if (!__builtin_cpu_supports("avx512f") || !__builtin_cpu_supports("bmi2")) return 0;
    switch (kernel) {
    case LANES_GATHER_CELLS: return __builtin_cpu_supports("avx512vl") != 0;
    case LANES_READ_DIGITS:
        return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
               __builtin_cpu_supports("avx512vbmi");
    case LANES_TAKE_ROWS: return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vbmi2");
    case LANES_FIND_KEYS:
#if defined(LANES_BY_WORD)
        return 0;
#else
        return __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512vl");
#endif
    default: return __builtin_cpu_supports("avx512bw") != 0;
    }
}

static int has(int kernel, int width) {
    switch (width) {
    case 64: return has_64(kernel);
    case 32: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi");
    case 16: return kernel != LANES_READ_DIGITS || __builtin_cpu_supports("sse4.1") != 0;
    default: return 1;
    }
}

#else

static int has(int kernel, int width) {
    (void)kernel;
    return width == 1;
}

#endif

int lanes_runs(int kernel, int width) { return lanes_has_form(kernel, width) && has(kernel, width); }

__attribute__((constructor)) static void choose(void) {
    static const int widths[] = {64, 32, 16, 1};
#if defined(__SSE2__)
    __builtin_cpu_init();
#endif
    const char *asked = getenv("SIAPPILIH_LANES");
    const long limit = asked ? strtol(asked, NULL, 10) : 64;
    for (int kernel = 0; kernel < LANES_KERNEL_COUNT; kernel++)
        for (int i = 3; i >= 0; i--)
            if (lanes_runs(kernel, widths[i]) && (widths[i] <= limit || widths[i] == 1))
                lanes_width_in_use[kernel] = widths[i];
}
