// A clock that is wrong, for tests: loaded before the program (LD_PRELOAD), it answers for the machine's clocks.
//
// BIENFONDE_HORLOGE=SECONDS:STEP, the seconds since 1970 that the clock shows first, and by how many it moves with each
// look at it, backwards when negative. The clocks that only go forward start at the same moment and move alike.
#define _GNU_SOURCE
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/time.h>
#include <time.h>

static atomic_llong looks;

static long long now(void) {
    long long start = 0, step = 0;
    const char *clock = getenv("BIENFONDE_HORLOGE");
    if (clock) sscanf(clock, "%lld:%lld", &start, &step);
    return start + step * atomic_fetch_add(&looks, 1);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
    (void)clock;
    time->tv_sec = now();
    time->tv_nsec = 0;
    return 0;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
    (void)zone;
    time->tv_sec = now();
    time->tv_usec = 0;
    return 0;
}

time_t time(time_t *place) {
    time_t answer = now();
    if (place) *place = answer;
    return answer;
}
