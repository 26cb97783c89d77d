#include "NoICUData.h"

/* A package of ICU data with nothing in it, under the name that each version of Foundation's ICU gives its own: the linker, which
   has this one first, leaves that out. */
#define NOTHING(name)                                                                                                          \
    const struct NoICUData name = {                                                                                            \
        32, {0xda, 0x27}, 20, 0, __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__, 0, 2, 0, {'C', 'm', 'n', 'D'}, {1, 0, 0, 0}, {0}, {0}, 0}

NOTHING(icudt74_dat);
NOTHING(icudt75_dat);
NOTHING(icudt76_dat);
NOTHING(icudt77_dat);
NOTHING(icudt78_dat);
