#pragma once
#include <stddef.h>
#include <stdint.h>

/* sd_notify(3) (notify.c). */

/* A socket at an abstract address of its own that nobody can guess, and that tells who sends. */
int swinit_notify_open(void);
#define SWINIT_NOTIFY_NAME 112
/* The address of such a socket as NOTIFY_SOCKET has it, with a NUL; ENOTSOCK for another descriptor. */
int swinit_notify_name(int fd, char *out);
/* Who sent a datagram, as the kernel says: 0 for a process that is not to be seen from here. */
struct swinit_sender { int32_t pid; uint32_t user; int32_t is_cut; };
/* recvmsg(2), without waiting: how many bytes the datagram has; descriptors that come along are closed. */
int64_t swinit_notify_receive(int fd, void *bytes, size_t size, struct swinit_sender *sender);
/* Sends one datagram to `place`, a path or `@` and an abstract address, without waiting. */
int swinit_notify_send(const char *place, const void *bytes, size_t count);
