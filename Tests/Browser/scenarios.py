"""What people do, one function each, in the order of a plan's life."""
PASSWORD = "canh-lua-2026"


def sign_in(page, login):
    page.goto("/session")
    page.get_by_label("Tên đăng nhập").fill(login)
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/work**")


def smoke_sign_in_and_out(page, shots):
    """a stranger is led to sign in and back, a wrong password is told, signing out ends it"""
    page.goto("/plans")
    assert "/session" in page.url, page.url
    page.get_by_label("Tên đăng nhập").fill("vanphong")
    page.get_by_label("Mật khẩu").fill("sai-mat-khau")
    page.get_by_role("button", name="Đăng nhập").click()
    page.get_by_role("alert").get_by_text("chưa đúng").wait_for()
    page.get_by_label("Mật khẩu").fill(PASSWORD)
    page.get_by_role("button", name="Đăng nhập").click()
    page.wait_for_url("**/plans**")
    page.get_by_role("button", name="Đăng xuất").click()
    page.goto("/plans")
    assert "/session" in page.url, page.url


ALL = [smoke_sign_in_and_out]
