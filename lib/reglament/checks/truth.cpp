#include "reglament/checks/truth.hpp"

#include <algorithm>
#include <bit>

namespace reglament {

Hinges Hinges::on(int hinge) {
  Hinges hinges;
  if (hinge >= 0) hinges.add(std::uint64_t{1} << hinge);
  return hinges;
}

void Hinges::add(std::uint64_t set) {
  for (std::size_t i = 0; i < count_; ++i) {
    if ((sets_[i] & set) == sets_[i]) return;  // one that needs less is there
  }
  if (count_ < most) sets_[count_++] = set;
  std::sort(sets_.begin(), sets_.begin() + static_cast<std::ptrdiff_t>(count_));
}

bool Hinges::stand(std::uint64_t held) const {
  return none() || std::any_of(sets_.begin(), sets_.begin() + static_cast<std::ptrdiff_t>(count_),
                               [&](std::uint64_t set) { return (set & ~held) == 0; });
}

std::uint64_t Hinges::first_missing(std::uint64_t held) const {
  std::uint64_t best = 0;
  for (std::size_t i = 0; i < count_; ++i) {
    const std::uint64_t missing = sets_[i] & ~held;
    if (best == 0 || std::popcount(missing) < std::popcount(best)) best = missing;
  }
  return best & (~best + 1);
}

Hinges both(const Hinges& a, const Hinges& b) {
  if (a.none()) return b;
  if (b.none()) return a;
  Hinges product;
  for (std::size_t i = 0; i < a.count_; ++i) {
    for (std::size_t j = 0; j < b.count_; ++j) product.add(a.sets_[i] | b.sets_[j]);
  }
  return product;
}

Hinges either(const Hinges& a, const Hinges& b) {
  if (a.none() || b.none()) return {};
  Hinges sum = a;
  for (std::size_t j = 0; j < b.count_; ++j) sum.add(b.sets_[j]);
  return sum;
}

Truth Truth::not_known(int hinge) {
  return {Value::unknown, false, {}, hinge >= 0 ? std::uint64_t{1} << hinge : 0};
}

namespace {

// `deciding` decides alone: no for all_of, yes for any_of.
Truth join(const Truth& a, const Truth& b, Truth::Value deciding) {
  const bool a_decides = a.value == deciding;
  const bool b_decides = b.value == deciding;
  if (a_decides && b_decides) return {deciding, a.lasting || b.lasting, either(a.hinges, b.hinges), 0};
  if (a_decides) return a;
  if (b_decides) return b;
  if (a.is_unknown() || b.is_unknown()) return {Truth::Value::unknown, false, {}, a.unknown | b.unknown};
  return {a.value, a.lasting && b.lasting, both(a.hinges, b.hinges), 0};
}

}  // namespace

Truth all_of(const Truth& a, const Truth& b) { return join(a, b, Truth::Value::no); }

Truth any_of(const Truth& a, const Truth& b) { return join(a, b, Truth::Value::yes); }

Truth negate(const Truth& a) {
  if (a.is_unknown()) return a;
  Truth result = a;
  result.value = a.is_yes() ? Truth::Value::no : Truth::Value::yes;
  result.lasting = a.is_yes();  // what is there already cannot go away
  return result;
}

}  // namespace reglament
