#include "clinux.h"
#include <poll.h>
#include <sys/syscall.h>

int swinit_take_group(uint32_t group) {
    return syscall(SYS_setgroups, 1L, &group) < 0 ? -1 : (int)syscall(SYS_setgid, group);
}

int swinit_take_user(uint32_t user) { return (int)syscall(SYS_setuid, user); }

void swinit_wait_output(int fd) {
    struct pollfd output = {.fd = fd, .events = POLLOUT};
    poll(&output, 1, -1);
}

int32_t swinit_fork(void) { return (int32_t)syscall(SYS_clone, (long)SIGCHLD, 0L, 0L, 0L, 0L); }
