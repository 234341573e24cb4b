#pragma once
#include <stdint.h>
#include <stdio.h>
#include <sys/file.h>

/* What logs that swinit writes itself ask of the kernel and of the C library. */

/* openat(2) with a fixed arity, close on exec and without waiting. */
int swinit_log_open(int folder, const char *name, int flags, unsigned mode);
/* What fstatat(2) says of a name; `follows` links at its end. */
struct swinit_entry_facts { uint32_t mode, links; int64_t size; };
int swinit_entry_facts(int folder, const char *name, int follows, struct swinit_entry_facts *out);
/* Whether `name` in `folder` is the open file `fd`; 0 where it has gone or is another. */
int swinit_is_named(int folder, const char *name, int fd);
/* Whom the kernel takes this process for at files: setfsuid(2), setfsgid(2), and these groups. */
void swinit_file_identity(uint32_t user, uint32_t group, const uint32_t *groups, int count);
/* The same, back to the process's own. */
void swinit_own_file_identity(void);
/* poll(2): waits until one of the two can be read; 1, 2 or 3 says which. */
int swinit_wait_inputs(int first, int second);
/* The last argument of this program, in its own memory, where ps(1) sees it. */
char *swinit_last_argument(void);
