// Yes, no or unknown, and the fields whose absence the answer hangs on.
#pragma once

#include <array>
#include <cstdint>

namespace reglament {

// Alternative sets of hinges (bits are indexes into Rule::hinges): the answer stands once all fields of one set are known
// to be held by some record of the type. No set at all: it stands by itself.
class Hinges {
 public:
  Hinges() = default;
  static Hinges on(int hinge);                       // on one field; on none where it is negative
  bool none() const { return count_ == 0; }
  bool stand(std::uint64_t held) const;              // `held`: the fields that some record holds
  std::uint64_t first_missing(std::uint64_t held) const;  // of the set that needs least; one bit
  friend Hinges both(const Hinges& a, const Hinges& b);   // the answer needs a and b
  friend Hinges either(const Hinges& a, const Hinges& b); // the answer follows from a, and from b
  friend auto operator<=>(const Hinges&, const Hinges&) = default;

 private:
  static constexpr std::size_t most = 4;             // further sets are dropped: then more is unknown, never less
  void add(std::uint64_t set);
  std::array<std::uint64_t, most> sets_{};
  std::size_t count_ = 0;
};

struct Truth {
  enum class Value : std::uint8_t { no, unknown, yes };
  Value value = Value::yes;
  bool lasting = false;         // of a no: a value that is there fails, so that waiting will not help
  Hinges hinges;
  std::uint64_t unknown = 0;    // of unknown: the hinges of the fields that are not recorded; may be none

  static Truth yes() { return {}; }
  static Truth no(bool lasting) { return {Value::no, lasting, {}, 0}; }
  static Truth not_known(int hinge);
  static Truth of(bool holds) { return holds ? yes() : no(true); }
  bool is_yes() const { return value == Value::yes; }
  bool is_no() const { return value == Value::no; }
  bool is_unknown() const { return value == Value::unknown; }
};

Truth operator&&(const Truth& a, const Truth& b) = delete;  // it would not short-circuit: say all_of, any_of
Truth all_of(const Truth& a, const Truth& b);
Truth any_of(const Truth& a, const Truth& b);
Truth negate(const Truth& a);

}  // namespace reglament
