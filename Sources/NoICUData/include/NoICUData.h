#ifndef NO_ICU_DATA_H
#define NO_ICU_DATA_H

#include <stdint.h>

/* The program asks for no language, country or calendar of the world's: the 34 MB that Foundation brings of them stay out. Whatever
   asked for some would be told that there are none, and not be misled. */
struct NoICUData {
    uint16_t headerSize;
    uint8_t magic[2];
    uint16_t infoSize, reserved;
    uint8_t isBigEndian, charset, sizeOfUChar, reserved2;
    uint8_t format[4], formatVersion[4], dataVersion[4], padding[8];
    uint32_t count;
};

#endif
