/* The data of languages, countries and calendars that Foundation's ICU looks for, with nothing in it. The program asks for
   none of them; whatever did would be told that there are none, and not be misled. NAME is what that version calls them. */
#include <stdint.h>

const struct {
    uint16_t headerSize;
    uint8_t magic[2];
    uint16_t infoSize, reserved;
    uint8_t isBigEndian, charset, sizeOfUChar, reserved2;
    uint8_t format[4], formatVersion[4], dataVersion[4], padding[8];
    uint32_t count;
} NAME = {
    32, {0xda, 0x27}, 20, 0, __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__, 0, 2, 0, {'C', 'm', 'n', 'D'}, {1, 0, 0, 0}, {0}, {0}, 0,
};
