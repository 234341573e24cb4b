#include "clinux.h"
#include <sys/syscall.h>

/* A crash of swinit must not take the container down: PID 1 executes itself again and adopts its
   children. The handler runs on a stack of its own, uses system calls alone, and reads nothing that
   a crash could have left half done but the table, which is plain numbers. */

#define FAULTS ((1ull << (SIGSEGV - 1)) | (1ull << (SIGILL - 1)) | (1ull << (SIGBUS - 1)) \
    | (1ull << (SIGFPE - 1)) | (1ull << (SIGTRAP - 1)) | (1ull << (SIGABRT - 1)) | (1ull << (SIGSYS - 1)))

struct kernel_action { void (*handler)(int, siginfo_t *, void *); unsigned long flags; void (*restorer)(void); uint64_t mask; };

/* By the system call itself: musl's sigaction(3) would unblock the signals 33 and 34, and the mask that
   was inherited would be lost. x86-64 wants to be told how a handler returns; arm64 has it in the vDSO. */
#if defined(__x86_64__)
void swinit_restore(void);
__asm__(".text\n.hidden swinit_restore\n.type swinit_restore,@function\nswinit_restore:\n\tmov $15, %eax\n\tsyscall\n");
#define RETURN_FLAG 0x04000000ul
#define RETURN_CODE swinit_restore
#else
#define RETURN_FLAG 0ul
#define RETURN_CODE NULL
#endif

static unsigned char alternate_stack[24576] __attribute__((aligned(64)));
static struct {
    char **arguments;
    uint64_t inherited_mask, ignored;
    volatile int mode;
    volatile int flagged;
    volatile uint64_t early; /* sent before anybody could hear of them */
    int32_t target, group, self, descriptor;
    struct swinit_table *table;
} plan = {.descriptor = -1};

static void say(const char *text) {
    if (write(2, text, strlen(text)) < 0) return;
}

static void note_fault(struct swinit_table *table, int number) {
    int64_t now = swinit_nanoseconds(CLOCK_MONOTONIC);
    table->last_fault = number;
    table->faults[table->fault_count % SWINIT_FAULT_LIMIT] = now;
    table->fault_count++;
    int recent = 0;
    for (int i = 0; i < SWINIT_FAULT_LIMIT; i++)
        if (table->faults[i] != 0 && now - table->faults[i] < SWINIT_FAULT_WINDOW) recent++;
    if (recent >= SWINIT_FAULT_LIMIT) table->is_bare = 1;
}

/* What the next image is handed; it stays here, and no child may have it, where there is none. */
static void hand_over(struct swinit_table *table, int32_t descriptor, int closes) {
    swinit_set_close_on_exec(descriptor, closes);
    if (table->sources >= 0) swinit_set_close_on_exec(table->sources, closes);
    if (table->binary >= 0) swinit_set_close_on_exec(table->binary, closes);
    if (table->output > 0) swinit_set_close_on_exec(table->output, closes);
    for (uint32_t slot = 0; slot < table->slot_count; slot++) {
        if (table->slots[slot].ready > 0) swinit_set_close_on_exec(table->slots[slot].ready, closes);
        for (int i = 0; i < SWINIT_STREAMS; i++)
            if (table->slots[slot].streams[i] > 0) swinit_set_close_on_exec(table->slots[slot].streams[i], closes);
        for (int i = 0; i < SWINIT_SERVICE; i++)
            if (table->slots[slot].service[i] > 0) swinit_set_close_on_exec(table->slots[slot].service[i], closes);
    }
}

void swinit_reexecute(void) {
    uint64_t all = ~0ull;
    swinit_set_mask(all, NULL);
    struct swinit_table *table = plan.table;
    if (!table) return;
    int32_t descriptor = plan.descriptor;
    if (descriptor < 0) {
        /* Single-command mode keeps no table ahead of time: its state is one pid. */
        descriptor = swinit_memory_file("swinit");
        if (descriptor < 0 || write(descriptor, table, sizeof *table) != sizeof *table) return;
    }
    hand_over(table, descriptor, 0);
    execve("/proc/self/exe", plan.arguments, swinit_environment());
    if (table->binary >= 0)
        syscall(SYS_execveat, table->binary, "", plan.arguments, swinit_environment(), 0x1000 /* AT_EMPTY_PATH */);
    hand_over(table, descriptor, 1);
    swinit_set_mask(~FAULTS, NULL);
}

static void on_fault(int number, siginfo_t *info, void *context) {
    (void)context;
    int error = errno;
    int32_t self = (int32_t)syscall(SYS_getpid);
    if (self != plan.self) _exit(127); /* a child that has not executed yet */
    /* abort(3) sends to itself: a fault all the same. */
    int was_sent = info->si_code <= 0 && info->si_pid != self;
    if (was_sent) {
        if (plan.mode == SWINIT_FAULT_FORWARD) {
            if (!plan.group || kill(-plan.target, number) < 0) kill(plan.target, number);
        } else if (plan.mode == SWINIT_FAULT_LOOP) {
            uint64_t one = 1;
            plan.flagged = number;
            if (write(plan.target, &one, sizeof one) < 0) errno = error;
        } else {
            plan.early |= 1ull << (number - 1);
        }
        errno = error;
        return;
    }
    if (plan.table) {
        note_fault(plan.table, number);
        swinit_reexecute();
    }
    say("swinit | error: swinit itself failed and could not start again\n");
    _exit(70);
}

void swinit_guard(char **arguments) {
    plan.arguments = arguments;
    plan.self = (int32_t)syscall(SYS_getpid);
    stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
    sigaltstack(&stack, NULL);
    struct kernel_action action = {.handler = on_fault, .flags = SA_SIGINFO | SA_ONSTACK | SA_RESTART | RETURN_FLAG,
                                   .restorer = RETURN_CODE}, old;
    static const int numbers[] = {SIGSEGV, SIGILL, SIGBUS, SIGFPE, SIGTRAP, SIGABRT, SIGSYS};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (syscall(SYS_rt_sigaction, numbers[i], &action, &old, 8) == 0 && old.handler == (void *)SIG_IGN)
            plan.ignored |= 1ull << (numbers[i] - 1);
    swinit_set_mask(~FAULTS, &plan.inherited_mask);
}

uint64_t swinit_fault_free_mask(void) { return ~FAULTS; }
uint64_t swinit_inherited_mask(void) { return plan.inherited_mask; }
uint64_t swinit_inherited_fault_ignores(void) { return plan.ignored; }

void swinit_fault_mode_set(enum swinit_fault_mode mode, int32_t target, int group) {
    plan.target = target;
    plan.group = group;
    plan.mode = mode;
    for (int number = 1; plan.early; number++) {
        if (!(plan.early >> (number - 1) & 1)) continue;
        plan.early &= ~(1ull << (number - 1));
        if (mode == SWINIT_FAULT_FORWARD && (!group || kill(-target, number) < 0)) kill(target, number);
        if (mode == SWINIT_FAULT_LOOP) {
            uint64_t one = 1;
            plan.flagged = number;
            if (write(target, &one, sizeof one) < 0) continue;
        }
    }
}

void swinit_fault_table_set(struct swinit_table *table, int32_t descriptor) {
    plan.table = table;
    plan.descriptor = descriptor;
}

int32_t swinit_open_self(void) {
    int fd = open("/proc/self/exe", O_PATH | O_CLOEXEC);
    const char *path = swinit_executed_path();
    return fd >= 0 || !path ? fd : open(path, O_PATH | O_CLOEXEC);
}

/* Cleared only where it was set: a signal between reading nothing and clearing it would be lost. */
int swinit_fault_flagged(void) {
    int number = plan.flagged;
    if (number) plan.flagged = 0;
    return number;
}

/* Only an image that was executed with every signal blocked can be a recovery, so that the search costs
   an ordinary start nothing. */
int32_t swinit_find_table(void) {
    if ((plan.inherited_mask | (1ull << (SIGKILL - 1)) | (1ull << (SIGSTOP - 1))) != ~0ull) return -1;
    for (int fd = 0; fd < 256; fd++) {
        struct swinit_table head;
        if (fcntl(fd, 1034 /* F_GET_SEALS */) < 0) continue;
        if (pread(fd, &head, sizeof head, 0) != (ssize_t)sizeof head) continue;
        if (head.magic != SWINIT_TABLE_MAGIC || head.version != SWINIT_TABLE_VERSION || head.owner != plan.self) continue;
        swinit_set_close_on_exec(fd, 1);
        return fd;
    }
    return -1;
}

static struct swinit_table command_table;

void swinit_fault_command_set(int32_t pid) {
    command_table.magic = SWINIT_TABLE_MAGIC;
    command_table.version = SWINIT_TABLE_VERSION;
    command_table.owner = plan.self;
    command_table.sources = command_table.binary = -1;
    command_table.command = pid;
    swinit_fault_table_set(&command_table, -1);
}

int32_t swinit_fault_command_adopt(int32_t descriptor, int *is_bare) {
    if (pread(descriptor, &command_table, sizeof command_table, 0) != (ssize_t)sizeof command_table) return 0;
    close(descriptor);
    *is_bare = command_table.is_bare;
    swinit_fault_command_set(command_table.command);
    return command_table.command;
}

static int overflow(volatile int depth) {
    volatile char frame[1024];
    frame[0] = (char)depth;
    return overflow(depth + 1) + frame[0];
}

void swinit_fault_on_purpose(int kind) {
    if (kind == 1) *(volatile int *)8 = 1;
    if (kind == 2) __builtin_trap();
    if (kind == 3) overflow(0);
}
