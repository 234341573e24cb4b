#include "clinux.h"
#include <stddef.h>
#include <sys/mman.h>

/* The heap of the release binary, in place of the C library's: PID 1 has one thread and a few hundred small
   blocks. musl's allocator is a thirtieth of the binary, and it spreads the blocks over many pages, each of
   which is copied after each fork. Here freed blocks of one size wait in a list, the last freed first, and a
   large block has a mapping of its own. */

/* The size stands before what is handed out and counts itself. Blocks begin 8 bytes past a multiple of 16,
   so that what is handed out is aligned to 16. */
struct block { uint64_t size; struct block *next; };

enum { HEADER = 8, STEP = 16, FINE = 32, DOUBLINGS = 4, LARGEST = 1 << 13, CHUNK = 1 << 16 };
static struct block *lists[FINE + 4 * DOUBLINGS];
static _Alignas(STEP) char first[CHUNK];
static char *fresh = first + HEADER, *end = first + CHUNK;

/* The list for blocks of `size`, which is rounded up: steps of 16 up to 512, then four to a doubling. */
static struct block **list_for(uint64_t *size) {
    if (*size <= FINE * STEP) {
        *size = (*size + STEP - 1) / STEP * STEP;
        return &lists[*size / STEP - 1];
    }
    int shift = 61 - __builtin_clzll(*size - 1);
    uint64_t quarters = ((*size - 1) >> shift) + 1;
    *size = quarters << shift;
    return &lists[FINE + 4 * (shift - 7) + (int)quarters - 5];
}

static void put(struct block *block, uint64_t size) {
    struct block **list = list_for(&size);
    block->size = size;
    block->next = *list;
    *list = block;
}

static void *map(uint64_t size) {
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

/* A small block out of a larger freed one: what an array left behind as it grew. */
static struct block *split(uint64_t size) {
    static struct block *spare;
    static uint64_t rest;
    if (rest < size) {
        struct block **list = &lists[FINE + 4 * DOUBLINGS - 1];
        while (!*list && list > &lists[FINE + 4]) list--;
        if (!*list) return NULL;
        if (rest) put(spare, rest);
        spare = *list;
        rest = spare->size;
        *list = spare->next;
    }
    struct block *block = spare;
    rest -= size;
    spare = (struct block *)((char *)spare + size);
    return block;
}

static struct block *carve(uint64_t *size) {
    if (*size <= FINE * STEP) {
        struct block *block = split(*size);
        if (block) return block;
    }
    if (*size > LARGEST) {
        *size = (*size + HEADER + 4095) & ~(uint64_t)4095;
        char *memory = map(*size);
        return memory ? (struct block *)(memory + HEADER) : NULL;
    }
    if ((uint64_t)(end - fresh) < *size) {
        char *memory = map(CHUNK);
        if (!memory) return NULL;
        fresh = memory + HEADER;
        end = memory + CHUNK;
    }
    struct block *block = (struct block *)fresh;
    fresh += *size;
    return block;
}

void *swinit_allocate(size_t wanted) {
    uint64_t size = wanted + HEADER;
    struct block *block = NULL, **list = NULL;
    if (wanted <= PTRDIFF_MAX) {
        if (size <= LARGEST) {
            list = list_for(&size);
            block = *list;
        }
        if (block) *list = block->next;
        else block = carve(&size);
    }
    if (!block) { errno = ENOMEM; return NULL; }
    block->size = size;
    return &block->next;
}

void swinit_release(void *memory) {
    if (!memory) return;
    struct block *block = (struct block *)((char *)memory - HEADER);
    uint64_t size = block->size;
    if (size > LARGEST) {
        munmap((char *)block - HEADER, size);
        return;
    }
    put(block, size);
}

#ifdef SWINIT_OWN_MEMORY
void *malloc(size_t size) { return swinit_allocate(size); }
void free(void *memory) { swinit_release(memory); }

/* What Swift allocates with. Nothing in swinit wants more than 16. */
int posix_memalign(void **memory, size_t alignment, size_t size) {
    if (alignment > STEP) return EINVAL;
    void *block = swinit_allocate(size);
    if (!block) return ENOMEM;
    *memory = block;
    return 0;
}
#endif
