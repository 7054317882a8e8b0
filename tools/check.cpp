// reglament-check: judges everything in one run.
#include "judging.hpp"

int main(int argc, char** argv) {
  using namespace reglament;
  const CommandPage page{
      .name = "reglament-check",
      .about = "about-check",
      .examples = {{"reglament-check examples/kazygurt --as-of 2025-11-30", "example-check-folder"},
                   {"reglament-check --period 2025-q4 --lang kk", "example-check-period"},
                   {"reglament-check -f json -o findings.json", "example-check-json"}},
      .takes = {}};
  return run_program(argc, argv, [&] { return judge_records(page, std::nullopt, argc, argv); });
}
