// Runs a program and writes to a file how long it took: seconds, seconds of processor, peak memory in kilobytes.
//
// usage: watch FILE PROGRAM [ARGUMENT...]
//
// A process begins with the peak memory of the one that started it, so a small one has to.
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds_of(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int count, char** words) {
  if (count < 3) return 2;
  const double begun = now();
  const pid_t child = fork();
  if (child == 0) {
    execvp(words[2], words + 2);
    perror(words[2]);
    _exit(127);
  }
  int status = 0;
  struct rusage used;
  if (child < 0 || wait4(child, &status, 0, &used) != child) return 2;
  const double taken = now() - begun;
  FILE* const file = fopen(words[1], "w");
  if (file == NULL) return 2;
  fprintf(file, "%.6f %.6f %ld\n", taken, seconds_of(used.ru_utime) + seconds_of(used.ru_stime), used.ru_maxrss);
  fclose(file);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
