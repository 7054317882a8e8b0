// Random cases from a fixed seed, and the smallest one that shows a fault.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace reglament {

// The same numbers on every machine: the engine is fixed by the standard, and no distribution of the library is used.
class Random {
 public:
  explicit Random(std::uint64_t seed) : engine_(seed) {}

  // 0 .. n-1
  int below(int n) { return static_cast<int>(engine_() % static_cast<std::uint64_t>(n)); }
  // first .. last
  int between(int first, int last) { return first + below(last - first + 1); }
  // True once in `n` times.
  bool one_in(int n) { return below(n) == 0; }
  template <typename T>
  const T& pick(const std::vector<T>& values) {
    return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
  }
  const char* pick(std::initializer_list<const char*> values) {
    return *(values.begin() + below(static_cast<int>(values.size())));
  }

 private:
  std::mt19937_64 engine_;
};

// `with(change)`: adds `one`, so changed, to `all`.
template <typename Case>
auto changes_of(const Case& one, std::vector<Case>& all) {
  return [&one, &all](auto change) {
    all.push_back(one);
    change(all.back());
  };
}

// Takes parts off `one` as long as what is left still fails. `smaller(one)` gives the cases that are one step smaller.
template <typename Case, typename Smaller, typename Fails>
Case smallest(Case one, Smaller smaller, Fails fails) {
  bool shrinks = true;
  while (shrinks) {
    shrinks = false;
    for (const Case& less : smaller(one)) {
      if (!fails(less)) continue;
      one = less;
      shrinks = true;
      break;
    }
  }
  return one;
}

}  // namespace reglament
