// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/verify/xml_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace framehand::media::verify {

using base::ErrorCode;
using base::fail;
using base::Result;

namespace {

constexpr int kMaxDepth = 32;
constexpr std::size_t kMaxElements = 1'000'000;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_:-.").find(c) != std::string_view::npos || static_cast<unsigned char>(c) >= 0x80;
}

std::optional<std::string> text_of_reference(std::string_view name) {
    static constexpr std::array<std::pair<std::string_view, char>, 5> kEntities{
        {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}}};
    for (const auto& [entity, character] : kEntities) {
        if (name == entity) {
            return std::string(1, character);
        }
    }
    if (!name.starts_with('#')) {
        return std::nullopt;
    }
    name.remove_prefix(1);
    const bool is_hex = name.starts_with('x');
    name.remove_prefix(is_hex ? 1 : 0);
    unsigned code = 0;
    const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), code, is_hex ? 16 : 10);
    if (error != std::errc{} || end != name.data() + name.size() || code == 0 || code > 0x7f) {
        return std::nullopt; // what is beyond ASCII is written as it is
    }
    return std::string(1, static_cast<char>(code));
}

class Parser {
public:
    explicit Parser(std::string_view document) : m_text(document) {}

    Result<XmlElement> run() {
        FH_TRY(skip_misc());
        FH_ASSIGN(XmlElement root, element(0));
        FH_TRY(skip_misc());
        if (m_at != m_text.size()) {
            return wrong("something follows the root element");
        }
        return root;
    }

private:
    [[nodiscard]] base::Error wrong(const std::string& what) const {
        return fail(ErrorCode::CorruptData, "byte " + std::to_string(m_at) + ": " + what);
    }

    [[nodiscard]] bool at(std::string_view words) const { return m_text.substr(m_at).starts_with(words); }

    void skip_space() {
        while (m_at < m_text.size() && is_space(m_text[m_at])) {
            ++m_at;
        }
    }

    base::Status skip_past(std::string_view end) {
        const std::size_t found = m_text.find(end, m_at);
        if (found == std::string_view::npos) {
            return wrong("\"" + std::string(end) + "\" is missing");
        }
        m_at = found + end.size();
        return {};
    }

    base::Status skip_misc() {
        for (skip_space(); at("<?") || at("<!--"); skip_space()) {
            FH_TRY(skip_past(at("<?") ? "?>" : "-->"));
        }
        return {};
    }

    Result<std::string> name() {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && is_name(m_text[m_at])) {
            ++m_at;
        }
        if (m_at == begin) {
            return wrong("a name is missing");
        }
        return std::string(m_text.substr(begin, m_at - begin));
    }

    Result<std::string> decoded(std::string_view raw) const {
        std::string out;
        for (std::size_t i = 0; i < raw.size(); ++i) {
            if (raw[i] != '&') {
                out.push_back(raw[i]);
                continue;
            }
            const std::size_t end = raw.find(';', i);
            const auto text =
                end == std::string_view::npos ? std::nullopt : text_of_reference(raw.substr(i + 1, end - i - 1));
            if (!text) {
                return wrong("an entity before it is unknown");
            }
            out += *text;
            i = end;
        }
        return out;
    }

    base::Status attributes(XmlElement& element) {
        for (;;) {
            skip_space();
            if (m_at >= m_text.size() || m_text[m_at] == '>' || m_text[m_at] == '/') {
                return {};
            }
            FH_ASSIGN(std::string key, name());
            skip_space();
            if (!at("=")) {
                return wrong("\"=\" is missing");
            }
            ++m_at;
            skip_space();
            const char quote = m_at < m_text.size() ? m_text[m_at] : '\0';
            const std::size_t end =
                quote == '"' || quote == '\'' ? m_text.find(quote, m_at + 1) : std::string_view::npos;
            if (end == std::string_view::npos) {
                return wrong("a quoted value is missing");
            }
            const std::string_view raw = m_text.substr(m_at + 1, end - m_at - 1);
            if (raw.find('<') != std::string_view::npos) {
                return wrong("a value holds \"<\"");
            }
            FH_ASSIGN(std::string value, decoded(raw));
            m_at = end + 1;
            if (!element.attributes.emplace(std::move(key), std::move(value)).second) {
                return wrong("an attribute is there twice");
            }
        }
    }

    Result<XmlElement> element(int depth) {
        if (!at("<") || at("<!")) {
            return wrong("an element is missing");
        }
        if (depth >= kMaxDepth || ++m_elements > kMaxElements) {
            return wrong("is nested too deep or too large");
        }
        ++m_at;
        XmlElement made;
        FH_ASSIGN(made.name, name());
        FH_TRY(attributes(made));
        if (at("/>")) {
            m_at += 2;
            return made;
        }
        if (!at(">")) {
            return wrong("\">\" is missing");
        }
        ++m_at;
        for (;;) {
            const std::size_t next = m_text.find('<', m_at);
            if (next == std::string_view::npos) {
                return wrong("<" + made.name + "> does not end");
            }
            FH_ASSIGN(const std::string text, decoded(m_text.substr(m_at, next - m_at)));
            made.text += text;
            m_at = next;
            if (at("<!--")) {
                FH_TRY(skip_past("-->"));
            } else if (at("</")) {
                m_at += 2;
                FH_ASSIGN(const std::string closed, name());
                skip_space();
                if (closed != made.name || !at(">")) {
                    return wrong("</" + made.name + "> is missing");
                }
                ++m_at;
                return made;
            } else {
                FH_ASSIGN(XmlElement child, element(depth + 1));
                made.children.push_back(std::move(child));
            }
        }
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_elements = 0;
};

} // namespace

std::string XmlElement::attribute(const std::string& key) const {
    const auto found = attributes.find(key);
    return found == attributes.end() ? std::string() : found->second;
}

const XmlElement* XmlElement::child(std::string_view child_name) const {
    const auto found = std::ranges::find(children, child_name, &XmlElement::name);
    return found == children.end() ? nullptr : &*found;
}

std::vector<const XmlElement*> XmlElement::children_of(std::string_view child_name) const {
    std::vector<const XmlElement*> found;
    for (const XmlElement& element : children) {
        if (element.name == child_name) {
            found.push_back(&element);
        }
    }
    return found;
}

Result<XmlElement> parse_xml(std::string_view document) {
    return Parser(document).run();
}

} // namespace framehand::media::verify
