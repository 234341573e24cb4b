#pragma once
#include <stddef.h>
#include <stdint.h>

/* ---- Output that is never waited for (shim.c) ---- */

/* poll(2): waits until `fd` can be written, or for so many milliseconds. */
void swinit_wait_room(int fd, int milliseconds);
/* What kind of file `fd` is (S_IFMT of inode(7)), or -1; its device and number go to *identity. */
int swinit_file_type(int fd, uint64_t *identity);
/* pwritev2(2) with RWF_NOWAIT, at the file's own offset. */
int64_t swinit_write_now(int fd, const void *bytes, size_t count);
/* How many bytes the pipe `fd` holds (FIONREAD of pipe(7)). */
int swinit_pipe_count(int fd);
/* splice(2) from one pipe to another, which takes what it can without waiting. */
int64_t swinit_splice_now(int from, int to, size_t count);
