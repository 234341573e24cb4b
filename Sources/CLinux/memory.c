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

enum { HEADER = 8, STEP = 16, FINE = 32, DOUBLINGS = 4, LISTS = FINE + 4 * DOUBLINGS, LARGEST = 1 << 13, CHUNK = 1 << 16 };

/* All that changes lies in shared mappings, so that a fork copies none of it and swinit's next write to it
   is no page fault: five a job. What a child reads between fork and exec is in launch memory instead. */
struct heap {
    struct block *lists[LISTS];
    char *fresh, *end;      /* never used yet */
    struct block *spare;    /* a freed block that is cut into small ones */
    uint64_t rest;          /* what is left of it */
};
static struct heap *heap;

static void *map(uint64_t size) {
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

/* The list for blocks of `size`, which is rounded up: steps of 16 up to 512, then four to a doubling. */
static struct block **list_for(uint64_t *size) {
    if (*size <= FINE * STEP) {
        *size = (*size + STEP - 1) / STEP * STEP;
        return &heap->lists[*size / STEP - 1];
    }
    int shift = 61 - __builtin_clzll(*size - 1);
    uint64_t quarters = ((*size - 1) >> shift) + 1;
    *size = quarters << shift;
    return &heap->lists[FINE + 4 * (shift - 7) + (int)quarters - 5];
}

static void put(struct block *block, uint64_t size) {
    struct block **list = list_for(&size);
    block->size = size;
    block->next = *list;
    *list = block;
}

/* A small block out of a larger freed one: what an array left behind as it grew. */
static struct block *split(uint64_t size) {
    if (heap->rest < size) {
        int index = LISTS - 1;
        while (!heap->lists[index] && index > FINE + 4) index--;
        struct block *larger = heap->lists[index];
        if (!larger) return NULL;
        if (heap->rest) put(heap->spare, heap->rest);
        heap->lists[index] = larger->next;
        heap->spare = larger;
        heap->rest = larger->size;
    }
    struct block *block = heap->spare;
    heap->rest -= size;
    heap->spare = (struct block *)((char *)block + size);
    return block;
}

static struct block *carve(uint64_t size) {
    struct block *block = size <= FINE * STEP ? split(size) : NULL;
    if (block) return block;
    if ((uint64_t)(heap->end - heap->fresh) < size) {
        char *memory = map(CHUNK);
        if (!memory) return NULL;
        heap->fresh = memory + HEADER;
        heap->end = memory + CHUNK;
    }
    block = (struct block *)heap->fresh;
    heap->fresh += size;
    return block;
}

static struct block *take(uint64_t *size) {
    if (*size > LARGEST) {
        *size = (*size + HEADER + 4095) & ~(uint64_t)4095;
        char *memory = map(*size);
        return memory ? (struct block *)(memory + HEADER) : NULL;
    }
    if (!heap) {
        if (!(heap = map(CHUNK))) return NULL;
        heap->fresh = (char *)heap + (sizeof *heap + STEP - 1) / STEP * STEP + HEADER;
        heap->end = (char *)heap + CHUNK;
    }
    struct block **list = list_for(size), *block = *list;
    if (!block) return carve(*size);
    *list = block->next;
    return block;
}

void *swinit_allocate(size_t wanted) {
    uint64_t size = wanted + HEADER;
    struct block *block = wanted <= PTRDIFF_MAX ? take(&size) : NULL;
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

/* One launch at a time: there is one thread. */
static _Alignas(STEP) char launch[4096];

void *swinit_launch_memory(size_t size) {
    if (size <= sizeof launch) return launch;
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

void swinit_launch_memory_release(void *memory, size_t size) {
    if (memory != launch) munmap(memory, size);
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
