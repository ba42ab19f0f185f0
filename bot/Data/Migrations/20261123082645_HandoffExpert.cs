using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CroissanceConnectee.Bot.Data.Migrations
{
    /// <inheritdoc />
    public partial class HandoffExpert : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ExpertId",
                table: "Handoffs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Handoffs_ExpertId",
                table: "Handoffs",
                column: "ExpertId");

            migrationBuilder.AddForeignKey(
                name: "FK_Handoffs_Experts_ExpertId",
                table: "Handoffs",
                column: "ExpertId",
                principalTable: "Experts",
                principalColumn: "Id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Handoffs_Experts_ExpertId",
                table: "Handoffs");

            migrationBuilder.DropIndex(
                name: "IX_Handoffs_ExpertId",
                table: "Handoffs");

            migrationBuilder.DropColumn(
                name: "ExpertId",
                table: "Handoffs");
        }
    }
}
