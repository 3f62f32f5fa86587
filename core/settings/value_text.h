// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace framehand::settings {

/// What a written value may refer to.
struct ValueContext {
    std::filesystem::path home;     ///< what "~" stands for
    std::filesystem::path base_dir; ///< what a relative path starts from
};

/// Readers and writers of single values, as the file, the environment and flags spell them. A reader gives nothing
/// for text that is not a whole, allowed value.

[[nodiscard]] std::optional<std::int64_t> read_integer(std::string_view text, std::int64_t min, std::int64_t max);

/// "2GB", "500MB", "1.5TB" (decimal multiples), "512MiB" (binary ones), or a plain number of bytes.
[[nodiscard]] std::optional<std::uint64_t> read_byte_count(std::string_view text);
/// The shortest exact form that read_byte_count() reads.
[[nodiscard]] std::string write_byte_count(std::uint64_t bytes);

/// "http://host[:port][/path]" or https, without user, query, fragment or spaces; a trailing "/" is dropped.
[[nodiscard]] std::optional<std::string> read_http_url(std::string_view text);

/// 1 to 128 letters, digits, ".", "_", "-": it travels in a header and in file names.
[[nodiscard]] std::optional<std::string> read_worker_id(std::string_view text);

/// A host name, an IPv4 address, or an IPv6 address without brackets.
[[nodiscard]] std::optional<std::string> read_host(std::string_view text);

/// An absolute, normalized path; "~" and "~/..." are the home directory. Empty text is an empty path: "not set".
[[nodiscard]] std::optional<std::filesystem::path> read_path(std::string_view text, const ValueContext& context);

/// "blender, vlc": names of programs without their folders, each once; none for empty text.
[[nodiscard]] std::optional<std::vector<std::string>> read_program_names(std::string_view text);

/// Whether a URL may have "?name=value".
enum class UrlQuery { Refused, Allowed };

/// A URL of one of `schemes` ("redis,rediss"), with a host, perhaps a user, a port and a path, without spaces and
/// fragment, and never with a password: that would be shown with the settings.
[[nodiscard]] std::optional<std::string> read_server_url(std::string_view text, std::string_view schemes,
                                                         UrlQuery query);

/// "a, b": words of letters, digits and "._:=-/" each once; none for empty text.
[[nodiscard]] std::optional<std::vector<std::string>> read_words(std::string_view text);

/// 1 to 255 characters without blanks and control characters.
[[nodiscard]] std::optional<std::string> read_name(std::string_view text);

} // namespace framehand::settings
