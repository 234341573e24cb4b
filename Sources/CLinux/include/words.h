#pragma once
#include <stddef.h>

/* The longer words of swinit, packed (RFC 1951), and how many bytes they are. */
const unsigned char *swinit_words(void);
size_t swinit_words_count(void);
