#pragma once
#include <stdint.h>
#include <sys/file.h>

/* What the programs of daemontools ask of the kernel beside the rest of swinit. */

/* setgroups(2) and setgid(2): this group and no other. By the system calls: a C library would look for
   threads to tell of it. */
int swinit_take_group(uint32_t group);
/* setuid(2). */
int swinit_take_user(uint32_t user);
/* poll(2): waits until `fd` can be written. */
void swinit_wait_output(int fd);
/* fork(2), without the handlers and locks of a C library. */
int32_t swinit_fork(void);
