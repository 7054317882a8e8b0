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
  if (!shown_) return;
  const std::size_t records = records_.fetch_add(1, std::memory_order_relaxed) + 1;
  if (records % records_between_looks != 0 || std::this_thread::get_id() != shown_by_ || Clock::now() < next_) return;
  next_ = Clock::now() + pause;
  on_screen_ = true;
  const std::string count = quantity(language_, static_cast<std::int64_t>(records), Counted::record);
  std::fputs(("\r\x1b[K" + say(language_, "progress-read", {count})).c_str(), stderr);
  std::fflush(stderr);
}

void Progress::clear() {
  if (on_screen_) std::fputs("\r\x1b[K", stderr);
  on_screen_ = false;
}

}  // namespace reglament
