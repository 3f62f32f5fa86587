// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/s3/s3_answers.h"

#include "core/base/escape.h"

#include <QByteArray>
#include <QXmlStreamReader>

#include <charconv>
#include <cstdint>
#include <functional>

namespace framehand::s3 {

namespace {

using base::ErrorCode;

/// Calls `leaf` for the text of each element that has no children, with its parent's name, and `end` as each closes.
struct Visitor {
    std::function<void(const std::string& parent, const std::string& name, const std::string& text)> leaf;
    std::function<void(const std::string& name)> end = [](const std::string&) {};
};

/// The name of the outermost element, "" for what is no XML.
std::string visit(std::string_view xml, const Visitor& visitor) {
    QXmlStreamReader reader(QByteArray(xml.data(), static_cast<qsizetype>(xml.size())));
    std::vector<std::string> open;
    std::string root;
    std::string text;
    bool is_leaf = false;
    while (!reader.atEnd()) {
        switch (reader.readNext()) {
        case QXmlStreamReader::DTD: // S3 sends none, and with its entities a short text can become an endless one
            return {};
        case QXmlStreamReader::StartElement:
            open.push_back(reader.name().toString().toStdString());
            root = root.empty() ? open.back() : root;
            text.clear();
            is_leaf = true;
            break;
        case QXmlStreamReader::Characters:
            text += reader.text().toString().toStdString();
            break;
        case QXmlStreamReader::EndElement: {
            const std::string name = open.back();
            open.pop_back();
            if (is_leaf) {
                visitor.leaf(open.empty() ? std::string() : open.back(), name, text);
            }
            visitor.end(name);
            is_leaf = false;
            break;
        }
        default:
            break;
        }
    }
    return reader.hasError() ? std::string() : root;
}

base::Error not_understood(const std::string& what) {
    return base::fail(ErrorCode::CorruptData, what, "the server's answer is not understood");
}

} // namespace

ErrorAnswer error_answer(std::string_view xml) {
    ErrorAnswer answer;
    const std::string root =
        visit(xml, {[&](const std::string& parent, const std::string& name, const std::string& text) {
                  if (parent == "Error" && name == "Code") {
                      answer.code = text;
                  } else if (parent == "Error" && name == "Message") {
                      answer.message = text;
                  }
              }});
    return root == "Error" ? answer : ErrorAnswer();
}

base::Result<Listing> listing_from(std::string_view xml, const std::string& what) {
    Listing listing;
    ListedObject object;
    bool has_size = true;
    bool truncated = false;
    Visitor visitor;
    visitor.leaf = [&](const std::string& parent, const std::string& name, const std::string& text) {
        if (parent == "Contents" && name == "Key") {
            object.key = text;
        } else if (parent == "Contents" && name == "Size") {
            const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), object.size);
            has_size = has_size && error == std::errc{} && stop == text.data() + text.size();
        } else if (parent == "ListBucketResult" && name == "NextContinuationToken") {
            listing.next = text;
        } else if (parent == "ListBucketResult" && name == "IsTruncated") {
            truncated = text == "true";
        }
    };
    visitor.end = [&](const std::string& name) {
        if (name == "Contents") {
            listing.objects.push_back(std::exchange(object, {}));
        }
    };
    if (visit(xml, visitor) != "ListBucketResult" || !has_size || (truncated && listing.next.empty())) {
        return not_understood(what);
    }
    if (!truncated) {
        listing.next.clear();
    }
    return listing;
}

base::Result<std::vector<Upload>> uploads_from(std::string_view xml, const std::string& bucket,
                                               const std::string& what) {
    std::vector<Upload> uploads;
    Upload upload{{bucket, ""}, ""};
    Visitor visitor;
    visitor.leaf = [&](const std::string& parent, const std::string& name, const std::string& text) {
        if (parent == "Upload" && name == "Key") {
            upload.object.key = text;
        } else if (parent == "Upload" && name == "UploadId") {
            upload.id = text;
        }
    };
    visitor.end = [&](const std::string& name) {
        if (name == "Upload") {
            uploads.push_back(std::exchange(upload, {{bucket, ""}, ""}));
        }
    };
    if (visit(xml, visitor) != "ListMultipartUploadsResult") {
        return not_understood(what);
    }
    return uploads;
}

base::Result<std::string> upload_id_from(std::string_view xml, const std::string& what) {
    std::string id;
    const std::string root = visit(xml, {[&](const std::string&, const std::string& name, const std::string& text) {
                                       id = name == "UploadId" ? text : id;
                                   }});
    if (root != "InitiateMultipartUploadResult" || id.empty()) {
        return not_understood(what);
    }
    return id;
}

std::string completion_of(const std::vector<std::string>& etags) {
    std::string xml = "<CompleteMultipartUpload>";
    for (std::size_t i = 0; i < etags.size(); ++i) {
        xml += "<Part><PartNumber>" + std::to_string(i + 1) + "</PartNumber><ETag>" + base::escape_xml(etags[i]) +
               "</ETag></Part>";
    }
    return xml + "</CompleteMultipartUpload>";
}

} // namespace framehand::s3
