// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/color_scheme.h"
#include "ui/app_settings.h"

#include <QPalette>

namespace framehand::ui {

/// Light unless somebody prefers dark colours. Pure.
[[nodiscard]] ports::ColorScheme scheme_of(Appearance chosen, const ports::Reading<ports::ColorScheme>& desktop);

/// All colours of the app. Text stands out from what is behind it by at least 4.5 to 1 (WCAG 2.1, 1.4.3), edges of
/// controls by at least 3 to 1 (1.4.11). Pure.
[[nodiscard]] QPalette palette_of(ports::ColorScheme scheme);

/// The colours of all windows, which follow the desktop while the person has chosen so. Main thread; needs a
/// QApplication.
class Theme {
public:
    /// Sets the style. `desktop` must outlive it, and its on_change is taken.
    Theme(ports::ColorSchemeSource& desktop, Appearance chosen);
    ~Theme();
    Theme(const Theme&) = delete;
    Theme& operator=(const Theme&) = delete;

    void choose(Appearance chosen);

private:
    void apply();

    ports::ColorSchemeSource& m_desktop;
    Appearance m_chosen;
};

} // namespace framehand::ui
