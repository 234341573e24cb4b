#pragma once
#include <stddef.h>
#include <stdint.h>

/* ---- Files that change (watch.c) ---- */

/* inotify_init1(2), close on exec, non-blocking. */
int swinit_watch_open(void);
/* A folder on the way to a file: whether it is moved or deleted. A folder: also what becomes of what is
   in it. A file: whether it is written. */
enum swinit_watch { SWINIT_WATCH_WAY, SWINIT_WATCH_FOLDER, SWINIT_WATCH_FILE };
/* inotify_add_watch(2); never follows a link, and adds to what is watched of `path` already. */
int swinit_watch_add(int fd, const char *path, enum swinit_watch kind);
void swinit_watch_remove(int fd, int watch);
#define SWINIT_WATCH_CREATE 0x100u
#define SWINIT_WATCH_OVERFLOW 0x4000u
/* What stat(2) says, or without `follows` lstat(2); times in nanoseconds. */
enum swinit_file { SWINIT_FILE_OTHER, SWINIT_FILE_REGULAR, SWINIT_FILE_FOLDER, SWINIT_FILE_LINK };
struct swinit_file_facts { int32_t kind; uint32_t links; uint64_t device, inode, size; int64_t modified, changed; };
int swinit_file_facts(const char *path, int follows, struct swinit_file_facts *out);
/* readlink(2). */
int64_t swinit_link_target(const char *path, void *out, size_t size);
