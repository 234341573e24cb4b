#include "clinux.h"
#include <poll.h>
#include <sys/syscall.h>

int swinit_log_open(int folder, const char *name, int flags, unsigned mode) {
    return openat(folder, name, flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, mode);
}

int swinit_entry_facts(int folder, const char *name, int follows, struct swinit_entry_facts *out) {
    struct stat status;
    if (fstatat(folder, name, &status, follows ? 0 : AT_SYMLINK_NOFOLLOW) < 0) return -1;
    out->mode = status.st_mode;
    out->links = (uint32_t)status.st_nlink;
    out->size = status.st_size;
    return 0;
}

int swinit_is_named(int folder, const char *name, int fd) {
    struct stat named, opened;
    /* Who may not look has to believe. */
    if (fstatat(folder, name, &named, AT_SYMLINK_NOFOLLOW) < 0) return errno != ENOENT;
    return fstat(fd, &opened) == 0 && named.st_ino == opened.st_ino
        && named.st_dev == opened.st_dev;
}

/* By the system calls: they change one thread, and there is only one. */
static gid_t own_groups[64];
static int own_group_count = -1;

void swinit_file_identity(uint32_t user, uint32_t group, const uint32_t *groups, int count) {
    own_group_count = count < 0 ? -1 : getgroups(64, own_groups);
    if (own_group_count >= 0) syscall(SYS_setgroups, (long)count, groups);
    syscall(SYS_setfsgid, group);
    syscall(SYS_setfsuid, user);
}

void swinit_own_file_identity(void) {
    syscall(SYS_setfsuid, geteuid());
    syscall(SYS_setfsgid, getegid());
    if (own_group_count >= 0) syscall(SYS_setgroups, (long)own_group_count, own_groups);
}

int swinit_wait_inputs(int first, int second) {
    struct pollfd inputs[2] = {{.fd = first, .events = POLLIN}, {.fd = second, .events = POLLIN}};
    if (poll(inputs, 2, -1) < 0) return 0;
    return (inputs[0].revents ? 1 : 0) | (inputs[1].revents ? 2 : 0);
}

/* The kernel puts the pointers of the environment behind those of the arguments, and a null between. */
char *swinit_last_argument(void) { return swinit_environment()[-2]; }
