// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

namespace framehand::test {

/// All widgets of this class below `parent`, in their order. QObject::findChildren() takes a class without a
/// meta-object of its own for the one that it is made from.
template <typename Widget>
[[nodiscard]] std::vector<Widget*> find_children(const QWidget& parent) {
    std::vector<Widget*> found;
    for (auto* widget : parent.findChildren<QWidget*>()) {
        if (auto* wanted = dynamic_cast<Widget*>(widget)) {
            found.push_back(wanted);
        }
    }
    return found;
}

} // namespace framehand::test
