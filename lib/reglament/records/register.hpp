// The register: bodies (who is inside whom, which regulations bind it) and offices (posts, their holders and absences).
#pragma once

#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "reglament/records/record.hpp"

namespace reglament {

// Both ends included; open ends are the far past and the far future.
struct Tenure {
  Day first = Day{date::days{std::numeric_limits<int>::min() / 2}};
  Day last = Day{date::days{std::numeric_limits<int>::max() / 2}};
  bool contains(Day day) const { return first <= day && day <= last; }
};

struct Body {
  std::string id;
  Word kind{};
  Names names;  // the id where none is given
  std::optional<BodyIndex> within;
  std::vector<std::string> regulations;  // pack ids named by this body itself
  std::vector<std::string> traits;
  Tenure tenure;
  Record record;  // as written, with file and mark
};

struct Absence {
  Tenure tenure;
  std::optional<Word> reason;
  std::optional<OfficeIndex> acting;  // who acts, where that is an office of the register
  bool has_acting = false;            // somebody acts: that office, or a role that the register lacks
};

struct Office {
  std::string id;
  Word role{};
  BodyIndex body{};  // a body without an id where the file names none, or none that is known
  std::optional<OfficeIndex> supervised_by;
  Tenure tenure;
  std::vector<Tenure> holders;            // none given: held throughout
  std::vector<std::string> holder_names;  // one for each of `holders`
  std::vector<Absence> absences;
  Record record;  // as written, with file and mark; its `type` is the role
  bool is_named_as_another = false;  // its id is a word of the vocabulary, and not that of its role
};

class Register {
 public:
  const std::vector<Body>& bodies() const { return bodies_; }
  const std::vector<Office>& offices() const { return offices_; }
  const Body& operator[](BodyIndex index) const { return bodies_[static_cast<std::size_t>(index)]; }
  const Office& operator[](OfficeIndex index) const { return offices_[static_cast<std::size_t>(index)]; }
  std::optional<BodyIndex> find_body(std::string_view id) const;
  std::optional<OfficeIndex> find_office(std::string_view id) const;

  // `inner` is `outer` or inside it, at any depth.
  bool is_inside(BodyIndex inner, BodyIndex outer) const;
  // The nearest body of `kind` at or around `body`.
  std::optional<BodyIndex> enclosing(BodyIndex body, Word kind) const;
  // The packs that bind `body`: its own and those of the bodies around it, innermost first, each once.
  std::vector<std::string> regulations(BodyIndex body) const;
  bool is_bound(BodyIndex body) const;  // by any pack
  // Whoever names one of these packs is bound by the other too.
  void bind_alike(const std::string& pack, const std::string& other);
  // Offices of `role` whose body is at or inside `body`, in the order of the register. Valid until an office is added.
  const std::vector<OfficeIndex>& offices_of(Word role, BodyIndex body) const;
  // The offices of `role` in `body`, else in the nearest body around it that has any.
  const std::vector<OfficeIndex>& offices_around(Word role, BodyIndex body) const;
  // The first of these.
  std::optional<OfficeIndex> office_around(Word role, BodyIndex body) const;

  bool is_held(OfficeIndex office, Day day) const;       // exists, and somebody holds it
  bool is_absent(OfficeIndex office, Day day) const;     // its holder is away
  bool has_stand_in(OfficeIndex office, Day day) const;  // somebody acts for it that day
  // Held and present, or somebody acts for it.
  bool is_available(OfficeIndex office, Day day) const;
  // `actor` acts for `office` that day.
  bool acts_for(OfficeIndex actor, OfficeIndex office, Day day) const;
  // The offices for which `actor` acts on some day. Valid until an office is added.
  const std::vector<OfficeIndex>& stood_in_for(OfficeIndex actor) const;
  // The holder changes inside [first, last].
  bool holder_changes(OfficeIndex office, Day first, Day last) const;

  // For worlds that are made up (rule tests). The ids must be new; what a body or an office names must be there.
  BodyIndex add(Body body);
  OfficeIndex add(Office office);

 private:
  friend class RegisterBuilder;
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  template <typename Index>
  using Ids = std::unordered_map<std::string, Index, TextHash, std::equal_to<>>;
  using OfficesByRole = std::unordered_map<std::uint64_t, std::vector<OfficeIndex>>;  // by role and body

  void index(OfficeIndex office);  // once its role and body, and what is around it, are known

  std::vector<Body> bodies_;
  std::vector<Office> offices_;
  Ids<BodyIndex> body_ids_;
  Ids<OfficeIndex> office_ids_;
  OfficesByRole own_;     // of the body itself
  OfficesByRole inside_;  // at or inside the body
  std::unordered_map<std::uint32_t, std::vector<OfficeIndex>> stood_in_for_;
};

}  // namespace reglament
