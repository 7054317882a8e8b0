// How far a long run has come, on standard error when that is a terminal.
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <thread>

#include "options.hpp"

namespace reglament {

class Progress {
 public:
  explicit Progress(const Options& options);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void step();   // one more record; any thread may say so, the one that made this shows it
  void clear();  // before anything else is written

 private:
  using Clock = std::chrono::steady_clock;

  Language language_;
  bool shown_;  // there is somebody to see it
  bool on_screen_ = false;
  std::thread::id shown_by_ = std::this_thread::get_id();
  std::atomic<std::size_t> records_ = 0;
  Clock::time_point next_;
};

}  // namespace reglament
