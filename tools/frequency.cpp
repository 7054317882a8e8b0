// reglament-frequency: meetings and visits held too rarely, not covering what they must, not as planned.
#include "judging.hpp"

int main(int argc, char** argv) {
  using namespace reglament;
  const CommandPage page{
      .name = "reglament-frequency",
      .about = "about-frequency",
      .examples = {{"reglament-frequency --period 2025-q4", "example-frequency-period"},
                   {"reglament-frequency --office kazygurt-akim", "example-frequency-office"},
                   {"reglament-frequency --select '*okrug*' --all", "example-frequency-select"}},
      .takes = {}};
  return run_program(argc, argv, [&] { return judge_records(page, Group::frequency, argc, argv); });
}
