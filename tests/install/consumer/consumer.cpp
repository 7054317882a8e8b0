#include <cstdio>

#include "reglament/calendar/civil.hpp"
#include "reglament/records/embedded_vocabulary.hpp"

// A month after 25 September is 25 October, and the library has brought its vocabulary along.
int main() {
  const std::string due = reglament::to_text(reglament::add_months(reglament::day_of(2025, 9, 25), 1));
  std::puts(due.c_str());
  return due == "2025-10-25" && !reglament::embedded_vocabulary().empty() ? 0 : 1;
}
