#include "progress.hpp"

#include <cstdio>
#include <unistd.h>

namespace reglament {

namespace {

constexpr std::chrono::seconds long_run{2};
constexpr std::chrono::milliseconds pause{200};
constexpr std::size_t records_between_looks = 512;  // at the clock

}  // namespace

Progress::Progress(const Options& options)
    : language_(options.language),
      shown_(options.verbosity >= 0 && ::isatty(STDERR_FILENO) == 1),
      next_(Clock::now() + long_run) {}

void Progress::step() {
  ++records_;
  if (!shown_ || records_ % records_between_looks != 0 || Clock::now() < next_) return;
  next_ = Clock::now() + pause;
  on_screen_ = true;
  const std::string count = quantity(language_, static_cast<std::int64_t>(records_), Counted::record);
  std::fputs(("\r\x1b[K" + say(language_, "progress-read", {count})).c_str(), stderr);
  std::fflush(stderr);
}

void Progress::clear() {
  if (on_screen_) std::fputs("\r\x1b[K", stderr);
  on_screen_ = false;
}

}  // namespace reglament
