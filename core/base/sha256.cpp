// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sha256.h"

#include "core/base/text.h"

#include <QCryptographicHash>

namespace framehand::base {

struct Sha256::Impl {
    QCryptographicHash hash{QCryptographicHash::Sha256};
};

Sha256::Sha256() : m_impl(std::make_unique<Impl>()) {
}

Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::string_view bytes) {
    m_impl->hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

std::string Sha256::hex() const {
    const QByteArray digest = m_impl->hash.result();
    return to_hex({digest.constData(), static_cast<std::size_t>(digest.size())});
}

std::string sha256_hex(std::string_view bytes) {
    Sha256 hash;
    hash.update(bytes);
    return hash.hex();
}

} // namespace framehand::base
