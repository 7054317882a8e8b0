// reglament-formalities: quorum, limits, required content, order, classes.
#include "judging.hpp"

int main(int argc, char** argv) {
  using namespace reglament;
  const CommandPage page{
      .name = "reglament-formalities",
      .about = "about-formalities",
      .examples = {{"reglament-formalities --period 2025-q4", "example-formalities-period"},
                   {"reglament-formalities --select '*quorum*' --all", "example-formalities-select"},
                   {"reglament-formalities --holds all", "example-formalities-holds"}},
      .takes = {}};
  return run_program(argc, argv, [&] { return judge_records(page, Group::formality, argc, argv); });
}
