"""Records as text: YAML as plain as exports write it, or the same as JSON, a record a line."""

import json

from country.words import Quoted


def scalar(value):
    if value.__class__ is Quoted:
        return f'"{value}"'
    if value.__class__ is bool:
        return "true" if value else "false"
    return value


def is_flat(values):
    return all(one.__class__ is not dict and one.__class__ is not list for one in values)


def add_map(out, entries, indent, begin):
    """The entries, a line each or more; `begin` stands before the first, `indent` before the others."""
    for key, value in entries.items():
        kind = value.__class__
        if kind is str or kind is int:
            out.append(f"{begin}{key}: {value}\n")
        elif kind is dict and key != "steps" and is_flat(value.values()):
            out.append(f"{begin}{key}: {flow_map(value)}\n")
        elif kind is dict:
            out.append(f"{begin}{key}:\n")
            add_map(out, value, indent + "  ", indent + "  ")
        elif kind is list and is_flat(value):
            out.append(f"{begin}{key}: [{', '.join(map(scalar, value))}]\n")
        elif kind is list:
            out.append(f"{begin}{key}:\n")
            add_list(out, value, indent)
        else:
            out.append(f"{begin}{key}: {scalar(value)}\n")
        begin = indent


def add_list(out, values, indent):
    for value in values:
        if value.__class__ is not dict:
            out.append(f"{indent}- {scalar(value)}\n")
        elif is_flat(value.values()):
            out.append(f"{indent}- {flow_map(value)}\n")
        else:
            add_map(out, value, indent + "  ", indent + "- ")


def flow_map(entries):
    return "{" + ", ".join([f"{key}: {scalar_in_flow(value)}" for key, value in entries.items()]) + "}"


def scalar_in_flow(value):
    return f'"{value}"' if value.__class__ is str and "," in value else scalar(value)


class Yaml:
    suffix = "yaml"

    @staticmethod
    def begin(family):
        return f"{family}:\n"

    @staticmethod
    def entries(records):
        out = []
        add_list(out, records, "")
        return "".join(out)

    between = end = ""


class Json:
    suffix = "json"
    encode = json.JSONEncoder(ensure_ascii=False).encode

    @staticmethod
    def begin(family):
        return f'{{"{family}": [\n'

    @classmethod
    def entries(cls, records):
        return ",\n".join(map(cls.encode, records))

    between = ",\n"
    end = "\n]}\n"


def write(path, form, family, records):
    """A file with one list; none where there are no records."""
    if records:
        with open(path, "w", encoding="utf-8") as file:
            file.write(f"{form.begin(family)}{form.entries(records)}{form.end}")
